package io.kws.sdk.apps;

public interface WorkloadOptions<B extends WorkloadOptions<B>> extends io.kws.sdk.rentals.RentalTerms<B> {
    B annotations(java.util.Map<String, ? extends String> annotations);
    B environment(java.util.Map<String, ? extends String> environment);
    B host(String host);
    B imagePullSecret(String name);
    B namespace(String namespace);
    B resources(PodResources resources);
    B secrets(java.util.Map<String, ? extends io.kws.sdk.secrets.Secret> secrets);
    B security(PodSecurity security);
    B tlsSecret(String name);
}
