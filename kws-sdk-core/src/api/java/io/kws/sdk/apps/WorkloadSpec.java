package io.kws.sdk.apps;

public abstract class WorkloadSpec implements io.kws.sdk.rentals.RentalSpec {
    protected WorkloadSpec() {}
    protected final void requireLimits() { throw null; }
    public abstract String image();
    public abstract PodResources resources();
    public abstract java.util.Map<String, String> annotations();
    public abstract java.util.Map<String, String> environment();
    public abstract java.util.Map<String, io.kws.sdk.secrets.Secret> secrets();
    public abstract java.util.Optional<String> host();
    public abstract java.util.Optional<String> imagePullSecret();
    public abstract java.util.Optional<String> namespace();
    public abstract java.util.Optional<String> tlsSecret();
    public PodSecurity security() { throw null; }
}
