/** Tests of the HTTP layer, and the contract that the drivers' clients keep. */
@NullMarked
package io.kws.sdk.driver.http;

import org.jspecify.annotations.NullMarked;
