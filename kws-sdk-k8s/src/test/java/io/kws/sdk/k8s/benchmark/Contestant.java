package io.kws.sdk.k8s.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * One client in a process of its own, which the benchmark starts. Prints what it measured as {@code key=value} pairs.
 *
 * <pre>java -cp CLASSPATH CLIENT deploy|cold|wait KUBECONFIG NAME [SECONDS]</pre>
 */
public abstract class Contestant {
    /** Makes a contestant. */
    protected Contestant() {}

    /** Deploys an app of a Deployment, a Service and an Ingress, and returns once it is ready. */
    protected abstract void deploy(String name) throws Exception;

    /** Deletes what {@link #deploy} made. */
    protected abstract void delete(String name) throws Exception;

    /** Makes one call that reads. */
    protected abstract void read() throws Exception;

    /** Deploys an app that never gets ready, and gives up after some seconds. */
    protected abstract void deployInVain(String name, int seconds) throws Exception;

    /** Runs what the arguments say. */
    protected final void run(String... args) throws Exception {
        String name = args[2];
        switch (args[0]) {
            case "cold" -> read();
            case "wait" -> waitInVain(name, Integer.parseInt(args[3]));
            default -> deployTwice(name);
        }
    }

    /** The first time warms the JVM and the connections up. */
    private void deployTwice(String name) throws Exception {
        deploy(name + "-warm");
        delete(name + "-warm");
        long begun = System.nanoTime();
        deploy(name);
        System.out.println(
                "took=" + (System.nanoTime() - begun) / 1_000_000 + " returned=" + System.currentTimeMillis());
        delete(name);
    }

    private void waitInVain(String name, int seconds) throws Exception {
        read();
        long before = cpuMillis();
        deployInVain(name, seconds);
        System.out.println("cpu=" + (cpuMillis() - before));
        delete(name);
    }

    private static long cpuMillis() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1_000_000;
    }
}
