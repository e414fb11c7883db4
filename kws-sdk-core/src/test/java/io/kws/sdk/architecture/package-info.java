/** The rules of architecture that the three libraries keep. Start at {@link io.kws.sdk.architecture.ArchitectureRules}. */
@NullMarked
package io.kws.sdk.architecture;

import org.jspecify.annotations.NullMarked;
