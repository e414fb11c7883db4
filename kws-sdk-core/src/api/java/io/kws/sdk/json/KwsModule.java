package io.kws.sdk.json;

public final class KwsModule extends com.fasterxml.jackson.databind.module.SimpleModule {
    public KwsModule() {}
    public void setupModule(com.fasterxml.jackson.databind.Module.SetupContext context) { throw null; }
}
