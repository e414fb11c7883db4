package io.kws.sdk.benchmarks;

/** A compared client, on the class path that its users get. */
public enum Peer {
    /** The SDK. */
    KWS("kws-sdk", "kws-sdk", "ByKws"),
    /** openstack4j with its default connector, logging in anew for each call as portals do. */
    NAIVE("openstack4j, login for each call", "openstack4j", "ByOpenstack4j", "naive"),
    /** openstack4j with its default connector and one login. */
    OPENSTACK4J("openstack4j, login kept", "openstack4j", "ByOpenstack4j", "kept"),
    /** openstack4j with OkHttp. */
    OPENSTACK4J_OKHTTP("openstack4j on OkHttp", "openstack4j-okhttp", "ByOpenstack4j", "kept"),
    /** openstack4j with Apache's HTTP client. */
    OPENSTACK4J_HTTPCLIENT("openstack4j on Apache's client", "openstack4j-httpclient", "ByOpenstack4j", "kept"),
    /** The Kubernetes project's client. */
    CLIENT_JAVA("client-java", "client-java", "ByClientJava"),
    /** fabric8's client. */
    FABRIC8("fabric8's client", "fabric8", "ByFabric8"),
    /** openstack4j and client-java together. */
    BOTH("openstack4j and client-java", "openstack4j-and-client-java", "");

    private final String title;
    private final String classPath;
    private final String main;
    private final String argument;

    Peer(String title, String classPath, String main) {
        this(title, classPath, main, "");
    }

    Peer(String title, String classPath, String main, String argument) {
        this.title = title;
        this.classPath = classPath;
        this.main = "io.kws.sdk.benchmarks.clients." + main;
        this.argument = argument;
    }

    /** {@return what it is called in tables} */
    public String title() {
        return title;
    }

    /** {@return the name of its class path among those that the build has found} */
    String classPath() {
        return classPath;
    }

    String main() {
        return main;
    }

    /**
     * Returns its first argument.
     *
     * @param file the file that says where to, if it takes one
     * @return the argument
     */
    String argument(String file) {
        return argument.isEmpty() ? file : argument;
    }
}
