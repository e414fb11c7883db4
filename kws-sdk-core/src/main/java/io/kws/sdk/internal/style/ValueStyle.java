package io.kws.sdk.internal.style;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How Immutables writes the SDK's own values: hidden, with the JDK's collections. It stays out of class files, so that
 * who compiles against the SDK needs no Immutables.
 */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        jdkOnly = true,
        builder = "newBuilder",
        allowedClasspathAnnotations = Override.class)
public @interface ValueStyle {}
