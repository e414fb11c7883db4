package io.kws.sdk.sandbox;

import io.kws.sdk.sandbox.kubernetes.Kubernetes;
import io.kws.sdk.sandbox.web.Identity;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * The Kubernetes cluster of a node: one machine, version 1.20, with an ingress class {@code nginx} and a storage class
 * {@code standard}, both the default. Deployments make Pods, which run what their images and commands say, as far as
 * that is known: see {@link io.kws.sdk.sandbox.guest.Shell} and {@link io.kws.sdk.sandbox.guest.Registry}. Its methods
 * script what clients of the cluster meet. Thread-safe.
 */
public final class SandboxCluster {
    private final String name;
    private final Kubernetes kubernetes;
    private final InetSocketAddress address;
    private final InetSocketAddress plainAddress;

    SandboxCluster(String name, Kubernetes kubernetes, InetSocketAddress address, InetSocketAddress plainAddress) {
        this.name = name;
        this.kubernetes = kubernetes;
        this.address = address;
        this.plainAddress = plainAddress;
    }

    /** {@return the address of the API, over TLS by {@link #certificate}} */
    public URI server() {
        return URI.create("https://127.0.0.1:" + address.getPort());
    }

    /** {@return the address of the same API without TLS, which saves the time of thousands of new connections} */
    public URI plainServer() {
        return URI.create("http://127.0.0.1:" + plainAddress.getPort());
    }

    /** {@return the bearer token of a user who may do everything} */
    public String token() {
        return kubernetes.adminToken();
    }

    /** {@return the bearer token of the user {@code kws-limited}, who may do what roles of the cluster allow} */
    public String limitedToken() {
        return kubernetes.limitedToken();
    }

    /** {@return the certificate to trust, as PEM} */
    public String certificate() {
        return Identity.ofThisJvm().pem();
    }

    /** {@return the port of 127.0.0.1 where the hosts of Ingresses answer over HTTP, by the header {@code Host}} */
    public int ingressPort() {
        return kubernetes.ingressPort();
    }

    /** {@return a kubeconfig with one context, named as the node, for the user who may do everything} */
    public String kubeconfig() {
        return kubeconfig(token());
    }

    /**
     * Returns a kubeconfig with one context, named as the node.
     *
     * @param token the bearer token to log in with
     * @return the whole file
     */
    public String kubeconfig(String token) {
        return Kubeconfig.of(this, token);
    }

    String name() {
        return name;
    }

    /**
     * Sets the room of the machine; 8000, 16384 and 110 unless set.
     *
     * @param cpuMillis CPU in thousandths
     * @param memoryMib memory in MiB
     * @param pods how many Pods
     */
    public void capacity(int cpuMillis, int memoryMib, int pods) {
        kubernetes.capacity(cpuMillis, memoryMib, pods);
    }

    /**
     * Adds an image to the registry. Its containers go on for ever and answer each request on the first port that they
     * name.
     *
     * @param image its name, with the tag
     */
    public void addImage(String image) {
        kubernetes.addImage(image);
    }

    /**
     * Lets an image not be pulled from now on.
     *
     * @param image its name, as Pods give it
     * @param reason what the registry says, such as {@code pull access denied}
     */
    public void failPulls(String image, String reason) {
        kubernetes.failPulls(image, reason);
    }

    /**
     * Lets the containers of an image that are started from now on end, again and again.
     *
     * @param image its name, as Pods give it
     * @param exitCode their exit code
     * @param output what they write before
     */
    public void crash(String image, int exitCode, String output) {
        kubernetes.crash(image, exitCode, output);
    }

    /**
     * Lets the containers of an image not be ready from now on, also those that are.
     *
     * @param image its name, as Pods give it
     * @param reason what their health check says
     */
    public void failProbes(String image, String reason) {
        kubernetes.failProbes(image, reason);
    }

    /** Lets images be pulled and apps work again; those that wait find out when they try again. */
    public void heal() {
        kubernetes.heal();
    }

    /**
     * Forbids something to everybody, with 403.
     *
     * @param verb such as {@code create}; {@code *} for all
     * @param resource such as {@code deployments}; {@code *} for all
     */
    public void forbid(String verb, String resource) {
        kubernetes.forbid(verb, resource);
    }

    /** Takes back what was forbidden. */
    public void forbidNothing() {
        kubernetes.forbidNothing();
    }

    /** Forgets the changes so far: what would go on at a former version is told 410. */
    public void forgetHistory() {
        kubernetes.forgetHistory();
    }
}
