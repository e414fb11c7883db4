package io.kws.sdk.driver.values;

import io.kws.sdk.internal.style.ResultStyle;
import io.kws.sdk.keypairs.Keypair;
import org.immutables.value.Value;

/** Describes {@link KeypairValue}, which Immutables writes. */
@Value.Immutable
@ResultStyle
abstract class KeypairTemplate implements Keypair {
    @Override
    public String toString() {
        return Line.of("keypair", name()).add(fingerprint()).toString();
    }
}
