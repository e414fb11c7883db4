package io.kws.sdk.internal.registry;

import io.kws.sdk.apps.Apps;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.driver.Driver;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.ides.Ides;
import io.kws.sdk.internal.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** The drivers on the class path, and the artifacts of those that may be missing there. */
public final class Drivers {
    private static final String OPENSTACK = "io.kws:kws-sdk-openstack";
    private static final String KUBERNETES = "io.kws:kws-sdk-k8s";
    private static final Set<Class<?>> ON_KUBERNETES = Set.of(Apps.class, Ides.class);

    private final List<Driver> drivers = new ArrayList<>();

    public Drivers() {
        ServiceLoader.load(Driver.class, Driver.class.getClassLoader()).forEach(drivers::add);
    }

    public List<Driver> all() {
        return List.copyOf(drivers);
    }

    /** Fails if a node has a section that none of the drivers reads. */
    public void requireReaders(NodeConfig node) {
        List<String> known = drivers.stream().map(Driver::configKey).toList();
        node.sections().forEach((key, section) -> {
            if (!known.contains(key)) {
                throw new ConfigurationException("no driver on the class path reads %s%s"
                        .formatted(section.place(), NearestName.hint(key, known)));
            }
        });
    }

    /** Returns why no driver serves a node. */
    public KwsException noneServes(NodeConfig node) {
        if (node.openstack().isPresent()) {
            return new CapabilityMissingException("no driver on the class path serves OpenStack; add " + OPENSTACK);
        }
        if (node.kubernetes().isPresent()) {
            return new CapabilityMissingException("no driver on the class path serves Kubernetes; add " + KUBERNETES);
        }
        return new CapabilityMissingException(
                "its configuration names neither an OpenStack cloud nor a Kubernetes cluster");
    }

    /** Returns why a node lacks a capability. */
    public CapabilityMissingException lacking(Class<?> capability) {
        String name = capability.getSimpleName();
        Optional<String> requirement = drivers.stream()
                .flatMap(driver -> driver.requirementFor(capability).stream())
                .findFirst();
        return new CapabilityMissingException(requirement
                .map(needed -> "it has no %s, for which it needs %s".formatted(name, needed))
                .orElseGet(() -> "it has no %s; no driver on the class path serves them, add %s"
                        .formatted(name, ON_KUBERNETES.contains(capability) ? KUBERNETES : OPENSTACK)));
    }
}
