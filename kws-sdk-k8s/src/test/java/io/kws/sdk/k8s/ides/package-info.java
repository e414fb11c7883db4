@NullMarked
package io.kws.sdk.k8s.ides;

import org.jspecify.annotations.NullMarked;
