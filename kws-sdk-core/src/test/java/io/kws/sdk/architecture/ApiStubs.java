package io.kws.sdk.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the API of a library as compilable sources: all that is public or protected in its API packages, without bodies
 * and documentation. Text is easier to review than binary jars, and needs no release to compare with.
 */
final class ApiStubs {
    private ApiStubs() {}

    /** Returns the sources of the API that a class is part of, by their paths, sorted. */
    static Map<String, String> of(Class<?> member) {
        Map<String, String> sources = new TreeMap<>();
        ArchitectureRules.libraryOf(member).stream()
                .filter(type -> PackageLayer.of(type.getPackageName())
                        .filter(PackageLayer.API::equals)
                        .isPresent())
                .map(JavaClass::reflect)
                .filter(type -> type.getEnclosingClass() == null && Modifier.isPublic(type.getModifiers()))
                .forEach(type -> sources.put(
                        type.getName().replace('.', '/') + ".java",
                        "package %s;\n\n%s".formatted(type.getPackageName(), shortened(type))));
        return sources;
    }

    /** Types of the same package need no qualified names. */
    private static String shortened(Class<?> type) {
        String itsPackage = Pattern.quote(type.getPackageName() + ".");
        return type(type, "").replaceAll("(?<![.\\w])" + itsPackage + "(?=[A-Z])", "");
    }

    private static String type(Class<?> type, String indent) {
        List<String> members = new ArrayList<>();
        (type.isRecord() ? recordConstructors(type) : constructors(type)).forEach(members::add);
        fields(type).forEach(members::add);
        methods(type).forEach(members::add);
        String inner = indent + "    ";
        String body = Stream.concat(
                        members.stream().sorted().map(line -> inner + line + "\n"),
                        Arrays.stream(type.getDeclaredClasses())
                                .filter(nested -> isVisible(nested.getModifiers()))
                                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                                .map(nested -> "\n" + type(nested, inner)))
                .collect(Collectors.joining());
        return indent + head(type) + " {\n" + constants(type, inner) + body + indent + "}\n";
    }

    private static String head(Class<?> type) {
        StringBuilder head =
                new StringBuilder(modifiers(type)).append(kind(type)).append(' ');
        head.append(type.getSimpleName()).append(typeParameters(type.getTypeParameters()));
        if (type.isRecord()) {
            head.append(Arrays.stream(type.getRecordComponents())
                    .map(component -> text(component.getGenericType()) + " " + component.getName())
                    .collect(Collectors.joining(", ", "(", ")")));
        }
        Class<?> parent = visibleParent(type);
        if (parent != null && parent != Object.class && !type.isEnum() && !type.isRecord()) {
            head.append(" extends ")
                    .append(parent == type.getSuperclass() ? text(type.getGenericSuperclass()) : text(parent));
        }
        List<String> interfaces = Arrays.stream(type.getGenericInterfaces())
                .filter(parentType -> isVisible(raw(parentType).getModifiers()))
                .map(ApiStubs::text)
                .toList();
        if (!interfaces.isEmpty()) {
            head.append(type.isInterface() ? " extends " : " implements ").append(String.join(", ", interfaces));
        }
        return head.toString();
    }

    private static String kind(Class<?> type) {
        if (type.isInterface()) {
            return "interface";
        }
        return type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
    }

    private static String modifiers(Class<?> type) {
        int modifiers = type.getModifiers();
        String text = Modifier.isPublic(modifiers) ? "public " : "protected ";
        if (type.isSealed()) {
            text += "/* sealed */ "; // what extends it may be hidden
        }
        if (!type.isInterface() && !type.isEnum() && !type.isRecord()) {
            text += type.getEnclosingClass() != null && Modifier.isStatic(modifiers) ? "static " : "";
            text += Modifier.isAbstract(modifiers) ? "abstract " : Modifier.isFinal(modifiers) ? "final " : "";
        }
        return text;
    }

    private static @Nullable Class<?> visibleParent(Class<?> type) {
        Class<?> parent = type.getSuperclass();
        while (parent != null && !Modifier.isPublic(parent.getModifiers())) {
            parent = parent.getSuperclass();
        }
        return parent;
    }

    private static String constants(Class<?> type, String indent) {
        return type.isEnum()
                ? indent
                        + Arrays.stream(type.getEnumConstants())
                                .map(constant -> ((Enum<?>) constant).name())
                                .collect(Collectors.joining(", "))
                        + ";\n"
                : "";
    }

    private static Stream<String> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> isVisible(field.getModifiers()) && !field.isEnumConstant() && !field.isSynthetic())
                .map(field -> "%s%s %s%s;"
                        .formatted(
                                modifiers(field.getModifiers()),
                                text(field.getGenericType()),
                                field.getName(),
                                value(field)));
    }

    private static String value(Field field) {
        return Modifier.isFinal(field.getModifiers()) ? " = " + nothing(field.getType()) : "";
    }

    /** A class without a constructor for users gets one that only its package sees. */
    private static Stream<String> constructors(Class<?> type) {
        if (type.isInterface() || type.isEnum()) {
            return Stream.empty();
        }
        List<String> own = visible(type.getDeclaredConstructors()).toList();
        boolean hasPlain = Arrays.stream(type.getDeclaredConstructors())
                .anyMatch(constructor -> isVisible(constructor.getModifiers()) && constructor.getParameterCount() == 0);
        return hasPlain
                ? own.stream()
                : Stream.concat(Stream.of(type.getSimpleName() + "()" + superCall(type)), own.stream());
    }

    private static Stream<String> visible(Constructor<?>[] constructors) {
        return Arrays.stream(constructors)
                .filter(constructor -> isVisible(constructor.getModifiers()) && !constructor.isSynthetic())
                .map(constructor ->
                        signature(constructor, constructor.getDeclaringClass().getSimpleName())
                                + superCall(constructor.getDeclaringClass()));
    }

    /** The classes of the API have a constructor without parameters here; those of the JDK may not. */
    private static String superCall(Class<?> type) {
        Class<?> parent = visibleParent(type);
        if (parent == null || PackageLayer.of(parent.getPackageName()).isPresent()) {
            return " {}";
        }
        return Arrays.stream(parent.getDeclaredConstructors())
                .filter(constructor -> isVisible(constructor.getModifiers()))
                .min(Comparator.comparingInt(Constructor::getParameterCount))
                .map(constructor -> Arrays.stream(constructor.getParameterTypes())
                        .map(ApiStubs::nothing)
                        .collect(Collectors.joining(", ", " { super(", "); }")))
                .filter(call -> !call.equals(" { super(); }"))
                .orElse(" {}");
    }

    private static Stream<String> recordConstructors(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<Class<?>> canonical = Arrays.stream(components)
                .<Class<?>>map(RecordComponent::getType)
                .toList();
        String call = canonical.stream().map(ApiStubs::nothing).collect(Collectors.joining(", ", " { this(", "); }"));
        return Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> isVisible(constructor.getModifiers()))
                .filter(constructor -> !List.of(constructor.getParameterTypes()).equals(canonical))
                .map(constructor -> signature(constructor, type.getSimpleName()) + call);
    }

    private static Stream<String> methods(Class<?> type) {
        return declared(type)
                .filter(method -> isVisible(method.getModifiers()) && !method.isSynthetic() && !method.isBridge())
                .filter(method -> !isOfObject(method))
                .filter(method -> !isImplied(type, method))
                .map(method -> method(type, method))
                .distinct();
    }

    /** What a hidden parent declares belongs to the type itself, as far as users see. */
    private static Stream<Method> declared(Class<?> type) {
        Stream<Class<?>> parents =
                Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()));
        return Stream.concat(
                Arrays.stream(type.getDeclaredMethods()),
                parents.filter(parent -> !Modifier.isPublic(parent.getModifiers()))
                        .flatMap(ApiStubs::declared));
    }

    private static boolean isOfObject(Method method) {
        return Arrays.stream(Object.class.getMethods())
                .anyMatch(of -> of.getName().equals(method.getName())
                        && Arrays.equals(of.getParameterTypes(), method.getParameterTypes()));
    }

    private static boolean isImplied(Class<?> type, Method method) {
        if (type.isEnum() && Modifier.isStatic(method.getModifiers())) {
            return method.getName().equals("values") || method.getName().equals("valueOf");
        }
        return type.isRecord()
                && method.getParameterCount() == 0
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getName().equals(method.getName()));
    }

    private static String method(Class<?> type, Method method) {
        boolean isAbstract = Modifier.isAbstract(method.getModifiers());
        String start = type.isInterface() && method.isDefault() ? "default " : "";
        String signature = start + signature(method, text(method.getGenericReturnType()) + " " + method.getName());
        return signature + (isAbstract && !type.isEnum() ? ";" : " { throw null; }");
    }

    private static String signature(Executable executable, String name) {
        boolean isOfEnum = executable.getDeclaringClass().isEnum();
        boolean isOfInterface = executable.getDeclaringClass().isInterface();
        int hidden =
                isOfEnum ? Modifier.ABSTRACT | Modifier.FINAL : isOfInterface ? Modifier.PUBLIC | Modifier.ABSTRACT : 0;
        StringBuilder text = new StringBuilder(modifiers(executable.getModifiers() & ~hidden));
        String parameters = typeParameters(executable.getTypeParameters());
        text.append(parameters.isEmpty() ? "" : parameters + " ").append(name).append('(');
        Type[] types = executable.getGenericParameterTypes();
        Parameter[] named = executable.getParameters();
        for (int i = 0; i < types.length; i++) {
            String type = text(types[i]);
            boolean isVarArgs = executable.isVarArgs() && i == types.length - 1;
            text.append(i == 0 ? "" : ", ")
                    .append(isVarArgs ? type.substring(0, type.length() - 2) + "..." : type)
                    .append(' ')
                    .append(named[i].getName());
        }
        text.append(')');
        Type[] thrown = executable.getGenericExceptionTypes();
        return text
                + (thrown.length == 0
                        ? ""
                        : Arrays.stream(thrown).map(ApiStubs::text).collect(Collectors.joining(", ", " throws ", "")));
    }

    private static String modifiers(int modifiers) {
        int shown = modifiers
                & (Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL);
        return shown == 0 ? "" : Modifier.toString(shown) + " ";
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String typeParameters(TypeVariable<?>[] variables) {
        Function<TypeVariable<?>, String> bounds = variable -> Arrays.stream(variable.getBounds())
                .filter(bound -> bound != Object.class)
                .map(ApiStubs::text)
                .collect(Collectors.joining(" & "));
        return variables.length == 0
                ? ""
                : Arrays.stream(variables)
                        .map(variable -> bounds.apply(variable).isEmpty()
                                ? variable.getName()
                                : variable.getName() + " extends " + bounds.apply(variable))
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    private static String text(Type type) {
        return type.getTypeName().replace('$', '.').replace("java.lang.", "");
    }

    private static String nothing(Class<?> type) {
        if (!type.isPrimitive()) {
            return type == String.class ? "String.valueOf((Object) null)" : "null";
        }
        return type == boolean.class ? "false" : "(" + type.getName() + ") 0";
    }
}
