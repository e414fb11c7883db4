package io.kws.sdk.config;

import java.nio.file.Path;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How to reach a Kubernetes cluster: by a context of a kubeconfig file, or from inside by the Pod's service account.
 * Immutable.
 */
@Value.Immutable
public abstract class ClusterConfig {
    ClusterConfig() {}

    /**
     * Begins a cluster reached by a kubeconfig file.
     *
     * @param file the file; only this one is read
     * @return what may be set further
     */
    public static Builder kubeconfig(Path file) {
        return ImmutableClusterConfig.newBuilder().kubeconfig(file);
    }

    /** {@return the beginning of the cluster that the program itself runs in} */
    public static Builder inCluster() {
        return ImmutableClusterConfig.newBuilder();
    }

    /** {@return the kubeconfig file; empty inside the cluster} */
    public abstract Optional<Path> kubeconfig();

    /** {@return the context's name; empty for the file's current context, and inside the cluster} */
    public abstract Optional<String> context();

    /** {@return the class that the ingresses of apps get; empty for the cluster's default class} */
    public abstract Optional<String> ingressClass();

    /** {@return the domain under which apps get their host names, such as {@code apps.example.org}} */
    public abstract Optional<String> baseDomain();

    /** {@return the one namespace to work in; empty for a namespace for each owner} */
    public abstract Optional<String> namespace();

    /** Sets what has a default. Not safe for use by many threads. */
    public interface Builder {
        /**
         * Sets the context; without it the file's current context counts, which other programs may change.
         *
         * @param context the context's name
         * @return this
         */
        Builder context(String context);

        /**
         * Sets the class of the ingresses.
         *
         * @param ingressClass such as {@code nginx}
         * @return this
         */
        Builder ingressClass(String ingressClass);

        /**
         * Sets the domain under which apps get their host names.
         *
         * @param baseDomain such as {@code apps.example.org}
         * @return this
         */
        Builder baseDomain(String baseDomain);

        /**
         * Sets the one namespace to work in.
         *
         * @param namespace the namespace
         * @return this
         */
        Builder namespace(String namespace);

        /** {@return how to reach the cluster} */
        ClusterConfig build();
    }
}
