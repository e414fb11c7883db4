package io.kws.sdk.internal.style;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * Tells Immutables how to write the values that drivers return: {@code ServerTemplate} becomes a public {@code ServerValue}
 * with a builder. It stays out of class files, so that compiling against the SDK takes no Immutables.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PUBLIC,
        typeAbstract = "*Template",
        typeImmutable = "*Value",
        jdkOnly = true,
        allowedClasspathAnnotations = Override.class)
public @interface ResultStyle {}
