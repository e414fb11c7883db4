package io.kws.sdk.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.kws.sdk.errors.KwsException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules; each module's {@code ArchitectureTest} says which of them it keeps. */
public final class ArchitectureRules {
    private static final DescribedPredicate<JavaMember> VISIBLE =
            DescribedPredicate.describe("visible to users", ArchitectureRules::isVisible);

    private static final DescribedPredicate<JavaMember> OF_THE_API = DescribedPredicate.describe(
            "of the API",
            member -> PackageLayer.of(member.getOwner().getPackageName())
                    .filter(layer -> layer != PackageLayer.API)
                    .isEmpty());

    private ArchitectureRules() {}

    /** Returns the classes of the library that a class is part of, without its tests. */
    public static JavaClasses libraryOf(Class<?> member) {
        return new ClassFileImporter()
                .importUrl(member.getProtectionDomain().getCodeSource().getLocation());
    }

    /** No class is named after nothing in particular. */
    public static ArchRule tellingNames() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Common)")
                .allowEmptyShould(true);
    }

    /** No class depends on one of the packages. */
    public static ArchRule independentOf(String... packages) {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .allowEmptyShould(true);
    }

    /** Only the package {@code client}, uses the packages. */
    public static ArchRule onlyTheClientUses(String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..client..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .allowEmptyShould(true);
    }

    /** No type of the wrapped clients appears in a signature that users see, outside the client. */
    public static ArchRule wrappedTypesStayInside(String... packagePrefixes) {
        List<String> prefixes = Arrays.asList(packagePrefixes);
        ArchRule signatures = codeUnits()
                .that(VISIBLE)
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("..client..")
                .should(mentionNone(prefixes))
                .allowEmptyShould(true);
        ArchRule constants = fields().that(VISIBLE)
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("..client..")
                .should(beOfNone(prefixes))
                .allowEmptyShould(true);
        return CompositeArchRule.of(signatures).and(constants);
    }

    /** No method that users see takes a boolean or an Optional; a record's constructor may. */
    public static ArchRule tellingParameters() {
        return methods().that(VISIBLE).and(OF_THE_API).should(takeNoFlags()).allowEmptyShould(true);
    }

    /** Exceptions that users see live in one package and have one root. */
    public static ArchRule oneFamilyOfErrors() {
        return classes()
                .that()
                .areAssignableTo(Throwable.class)
                .and()
                .arePublic()
                .should()
                .resideInAPackage("io.kws.sdk.errors")
                .andShould()
                .beAssignableTo(KwsException.class)
                .allowEmptyShould(true);
    }

    static boolean isVisible(JavaMember member) {
        return isOpen(member.getModifiers()) && isVisible(member.getOwner());
    }

    static boolean isVisible(JavaClass type) {
        return isOpen(type.getModifiers())
                && type.getEnclosingClass().map(ArchitectureRules::isVisible).orElse(true);
    }

    private static boolean isOpen(Collection<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static ArchCondition<JavaCodeUnit> mentionNone(List<String> prefixes) {
        return new ArchCondition<>("mention no type of " + prefixes) {
            @Override
            public void check(JavaCodeUnit codeUnit, ConditionEvents events) {
                Stream<JavaClass> mentioned = Stream.of(
                                codeUnit.getParameterTypes().stream(),
                                Stream.of(codeUnit.getReturnType()),
                                codeUnit.getExceptionTypes().stream().map(JavaType.class::cast))
                        .flatMap(types -> types)
                        .flatMap(type -> type.getAllInvolvedRawTypes().stream());
                report(codeUnit, mentioned, prefixes, events);
            }
        };
    }

    private static ArchCondition<JavaField> beOfNone(List<String> prefixes) {
        return new ArchCondition<>("be of no type of " + prefixes) {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                report(field, field.getType().getAllInvolvedRawTypes().stream(), prefixes, events);
            }
        };
    }

    private static void report(
            JavaMember member, Stream<JavaClass> mentioned, List<String> prefixes, ConditionEvents events) {
        mentioned
                .map(JavaClass::getName)
                .filter(name -> prefixes.stream().anyMatch(name::startsWith))
                .distinct()
                .forEach(name -> events.add(
                        SimpleConditionEvent.violated(member, member.getDescription() + " mentions " + name)));
    }

    private static ArchCondition<JavaCodeUnit> takeNoFlags() {
        return new ArchCondition<>("take no boolean and no Optional") {
            @Override
            public void check(JavaCodeUnit codeUnit, ConditionEvents events) {
                boolean flagged = codeUnit.getRawParameterTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(boolean.class)
                                || type.isEquivalentTo(Boolean.class)
                                || type.isEquivalentTo(Optional.class));
                if (flagged) {
                    events.add(SimpleConditionEvent.violated(
                            codeUnit, codeUnit.getDescription() + " takes a boolean or an Optional"));
                }
            }
        };
    }
}
