package io.kws.sdk.json;

import com.fasterxml.jackson.databind.module.SimpleModule;

/**
 * Writes the results of the SDK with Jackson; {@code new ObjectMapper().findAndRegisterModules()} registers it. For logs,
 * dashboards and REST services of your own. It does not read JSON, and leaves other types as they are.
 *
 * <p>A result becomes an object of what its accessors return, without derived values. Empty optional values are left out;
 * times, durations, paths, URIs and rental IDs are text; constants are written by name. An error has its {@code type},
 * {@code message} and what else it knows; an event has its {@code type}. Secrets and private keys are {@code "***"}.
 */
public final class KwsModule extends SimpleModule {
    private static final long serialVersionUID = 1;

    /** Creates the module, for {@code ObjectMapper.registerModule}. */
    public KwsModule() {
        super("kws-sdk");
    }

    /**
     * Adds the writer of results to a mapper.
     *
     * @param context what the mapper offers to modules
     */
    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addSerializers(new ResultSerializers());
    }
}
