/** API: Apps on Kubernetes: a container image with its Deployment, Service and Ingress. Start at {@link io.kws.sdk.apps.Apps}. */
@NullMarked
package io.kws.sdk.apps;

import org.jspecify.annotations.NullMarked;
