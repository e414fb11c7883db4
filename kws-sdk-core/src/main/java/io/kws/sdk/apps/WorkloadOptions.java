package io.kws.sdk.apps;

import io.kws.sdk.rentals.RentalTerms;
import io.kws.sdk.secrets.Secret;
import java.util.Map;

/**
 * Sets the options of a {@link WorkloadSpec}; part of the builders of apps and IDEs. Not thread-safe.
 *
 * @param <B> the builder
 */
public interface WorkloadOptions<B extends WorkloadOptions<B>> extends RentalTerms<B> {
    /**
     * Adds to {@link WorkloadSpec#environment}.
     *
     * @param environment names and values of variables
     * @return this builder
     */
    B environment(Map<String, ? extends String> environment);

    /**
     * Adds to {@link WorkloadSpec#secrets}.
     *
     * @param secrets names and values of variables
     * @return this builder
     */
    B secrets(Map<String, ? extends Secret> secrets);

    /**
     * Sets {@link WorkloadSpec#resources}; what they leave unset keeps its default.
     *
     * @param resources requests and limits of each Pod
     * @return this builder
     */
    B resources(PodResources resources);

    /**
     * Sets {@link WorkloadSpec#security}.
     *
     * @param security the permissions of the processes
     * @return this builder
     */
    B security(PodSecurity security);

    /**
     * Sets {@link WorkloadSpec#host}.
     *
     * @param host a DNS name
     * @return this builder
     */
    B host(String host);

    /**
     * Sets {@link WorkloadSpec#tlsSecret}.
     *
     * @param name the name of the Secret
     * @return this builder
     */
    B tlsSecret(String name);

    /**
     * Sets {@link WorkloadSpec#imagePullSecret}.
     *
     * @param name the name of the Secret
     * @return this builder
     */
    B imagePullSecret(String name);

    /**
     * Adds to {@link WorkloadSpec#annotations}.
     *
     * @param annotations keys and values
     * @return this builder
     */
    B annotations(Map<String, ? extends String> annotations);

    /**
     * Sets {@link WorkloadSpec#namespace}.
     *
     * @param namespace the name of an existing namespace
     * @return this builder
     */
    B namespace(String namespace);
}
