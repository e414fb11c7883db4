package io.kws.sdk.openstack.client;

import java.util.List;
import java.util.stream.Stream;
import org.openstack4j.api.types.ServiceType;

/** The services of OpenStack, with all types under which catalogues list them, the preferred one first. */
public enum Service {
    /** Keystone. */
    IDENTITY("Keystone", "identity"),
    /** Nova. */
    COMPUTE("Nova", "compute"),
    /** Neutron. */
    NETWORK("Neutron", "network"),
    /** Glance. */
    IMAGE("Glance", "image"),
    /** Cinder. */
    VOLUME("Cinder", "block-storage", "volumev3", "block-store", "volume"),
    /** Placement. */
    PLACEMENT("Placement", "placement"),
    /** Swift. */
    OBJECT_STORE("Swift", "object-store"),
    /** Zun. */
    CONTAINER("Zun", "container", "application-container");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> types;

    private final String project;

    Service(String project, String... types) {
        this.project = project;
        this.types = List.of(types);
    }

    /** Returns the name of the project behind a type, in brackets; empty if the type is unknown. */
    static String inBrackets(String type) {
        return Stream.of(values())
                .filter(service -> service.types.contains(type))
                .findFirst()
                .map(service -> " (" + service.project + ")")
                .orElse("");
    }

    /** {@return the types under which a catalogue may list the service} */
    public List<String> types() {
        return types;
    }

    /** {@return the preferred type} */
    public String type() {
        return types.get(0);
    }

    /** Returns the path that the catalogue's addresses of it lack, if they end without a version. */
    String version() {
        return switch (this) {
            case NETWORK -> "/v2.0";
            case IMAGE -> "/v2";
            case CONTAINER -> "/v1";
            default -> "";
        };
    }

    static List<String> typesOf(ServiceType type) {
        return switch (type) {
            case IDENTITY -> IDENTITY.types;
            case COMPUTE -> COMPUTE.types;
            case NETWORK -> NETWORK.types;
            case IMAGE -> IMAGE.types;
            case BLOCK_STORAGE -> List.of("volumev3", "block-storage", "block-store", "volume");
            case PLACEMENT -> PLACEMENT.types;
            case OBJECT_STORAGE -> OBJECT_STORE.types;
            case MAGNUM -> List.of("container-infra");
            default -> List.of(type.getType());
        };
    }
}
