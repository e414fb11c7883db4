package io.kws.sdk.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The rules that keep API, driver API and internals apart. Dependencies point from the front door to the internals, from
 * there to the driver API, and from there to the API. The API itself may use internals that know neither drivers nor
 * further internals that do, such as wording and checks.
 */
public final class LayerRules {
    private static final String FRONT_DOOR = "io.kws.sdk";

    private LayerRules() {}

    /** The Javadoc of each package begins with "API:", "For drivers:" or "Internal:". */
    public static ArchRule packagesTellTheirLayer() {
        return classes()
                .should(check("be in a package that tells its layer", (type, report) -> {
                    if (PackageLayer.of(type.getPackageName()).isEmpty()) {
                        report.accept(type, "is in " + type.getPackageName() + ", whose Javadoc tells no layer");
                    }
                }))
                .allowEmptyShould(true);
    }

    /** Signatures that users see show types of the API only; those that drivers see, none of the internals. */
    public static ArchRule signaturesStayInTheirLayer() {
        return classes()
                .that(areVisible())
                .should(check("show no type of a lower layer", LayerRules::reportLeaks))
                .allowEmptyShould(true);
    }

    /** No dependency points from the API to drivers or their machinery, or from the driver API to the internals. */
    public static ArchRule dependenciesPointToTheApi() {
        Map<JavaPackage, Boolean> known = new HashMap<>();
        return classes()
                .should(check("depend on its own layer and those nearer to the API", (type, report) -> {
                    type.getDirectDependenciesFromSelf().stream()
                            .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                            .distinct()
                            .filter(target -> pointsAway(type, target, known))
                            .forEach(target -> report.accept(type, "depends on " + target.getName()));
                }))
                .allowEmptyShould(true);
    }

    /** The packages, the front door and nested ones included, depend on each other without a cycle. */
    public static ArchRule noCyclesAmong(String root) {
        return slices().assignedFrom(eachPackageBelow(root))
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    private static SliceAssignment eachPackageBelow(String root) {
        return new SliceAssignment() {
            @Override
            public String getDescription() {
                return "each package of " + root;
            }

            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                String name = type.getPackageName();
                return name.equals(root) || name.startsWith(root + ".")
                        ? SliceIdentifier.of(name)
                        : SliceIdentifier.ignore();
            }
        };
    }

    private static void reportLeaks(JavaClass type, BiConsumer<JavaClass, String> report) {
        shown(type)
                .flatMap(shown -> shown.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getBaseComponentType)
                .distinct()
                .filter(shown -> isHidden(type, shown))
                .forEach(shown -> report.accept(type, "shows " + shown.getName()));
    }

    private static boolean isHidden(JavaClass from, JavaClass shown) {
        PackageLayer layer = PackageLayer.of(from.getPackageName()).orElse(PackageLayer.INTERNAL);
        return PackageLayer.of(shown.getPackageName())
                .filter(other -> other.compareTo(layer) > 0)
                .isPresent();
    }

    private static Stream<JavaType> shown(JavaClass type) {
        Stream<JavaType> members = Stream.concat(
                type.getCodeUnits().stream()
                        .filter(ArchitectureRules::isVisible)
                        .flatMap(LayerRules::shown),
                type.getFields().stream().filter(ArchitectureRules::isVisible).map(JavaField::getType));
        Stream<JavaType> supertypes = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        Stream<JavaType> bounds = type.getTypeParameters().stream().map(JavaType.class::cast);
        return Stream.of(members, supertypes, bounds).flatMap(types -> types);
    }

    private static Stream<JavaType> shown(JavaCodeUnit codeUnit) {
        return Stream.of(
                        codeUnit.getParameterTypes().stream(),
                        Stream.of(codeUnit.getReturnType()),
                        codeUnit.getExceptionTypes().stream(),
                        codeUnit.getTypeParameters().stream())
                .flatMap(types -> types.map(JavaType.class::cast));
    }

    private static boolean pointsAway(JavaClass from, JavaClass to, Map<JavaPackage, Boolean> known) {
        if (from.getPackageName().equals(FRONT_DOOR)) {
            return false;
        }
        PackageLayer layer = PackageLayer.of(from.getPackageName()).orElse(PackageLayer.INTERNAL);
        PackageLayer target = PackageLayer.of(to.getPackageName()).orElse(PackageLayer.API);
        return to.getPackageName().equals(FRONT_DOOR)
                || (target.compareTo(layer) > 0 && !isBelowTheApi(to.getPackage(), known, new HashSet<>()));
    }

    /** Tells whether a package of internals uses the API and its like only. */
    private static boolean isBelowTheApi(JavaPackage used, Map<JavaPackage, Boolean> known, Set<JavaPackage> asked) {
        if (!asked.add(used)) {
            return true;
        }
        Boolean answer = known.get(used);
        if (answer == null) {
            answer = PackageLayer.of(used.getName())
                            .filter(PackageLayer.INTERNAL::equals)
                            .isPresent()
                    && used.getPackageDependenciesFromThisPackage().stream()
                            .filter(next -> !PackageLayer.of(next.getName())
                                    .orElse(PackageLayer.API)
                                    .equals(PackageLayer.API))
                            .allMatch(next -> isBelowTheApi(next, known, asked));
            known.put(used, answer);
        }
        return answer;
    }

    private static DescribedPredicate<JavaClass> areVisible() {
        return DescribedPredicate.describe("are visible to users", ArchitectureRules::isVisible);
    }

    private static ArchCondition<JavaClass> check(
            String description, BiConsumer<JavaClass, BiConsumer<JavaClass, String>> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(
                        type,
                        (found, problem) ->
                                events.add(SimpleConditionEvent.violated(found, found.getName() + " " + problem)));
            }
        };
    }
}
