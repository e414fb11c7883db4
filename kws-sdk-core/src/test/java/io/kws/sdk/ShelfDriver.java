package io.kws.sdk;

import io.kws.sdk.config.ConfigSection;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.driver.Driver;
import io.kws.sdk.driver.DriverContext;
import io.kws.sdk.driver.Lookup;
import io.kws.sdk.driver.NodeDriver;
import io.kws.sdk.driver.values.FlavorValue;
import io.kws.sdk.flavors.Flavor;
import io.kws.sdk.flavors.Flavors;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A whole driver: it has a key of its own in {@code kws.yaml}, below which a node names its flavors and their cores. */
public final class ShelfDriver implements Driver {
    @Override
    public String configKey() {
        return "shelf";
    }

    @Override
    public Optional<NodeDriver> open(NodeConfig node, DriverContext context) {
        return Optional.ofNullable(node.sections().get(configKey())).map(ShelfNode::new);
    }

    @Override
    public Optional<String> requirementFor(Class<?> capability) {
        return capability == Flavors.class
                ? Optional.of("a shelf; configure the node with \"shelf\"")
                : Optional.empty();
    }

    private record ShelfNode(ConfigSection shelf) implements NodeDriver {
        @Override
        public <C> Optional<C> capability(Class<C> type) {
            return type == Flavors.class ? Optional.of(type.cast(new ShelfFlavors(shelf))) : Optional.empty();
        }

        @Override
        public boolean wraps(Class<?> client) {
            return false;
        }

        @Override
        public <C, R> R unwrap(Class<C> client, Function<C, R> work) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    private record ShelfFlavors(ConfigSection shelf) implements Flavors {
        private static final Lookup<Flavor> LOOKUP = new Lookup<>("flavor", Flavor::id, Flavor::name);

        @Override
        public List<Flavor> list() {
            return shelf.keys().stream()
                    .<Flavor>map(name -> FlavorValue.builder()
                            .id(name)
                            .name(name)
                            .vcpus(shelf.number(name).orElse(1))
                            .ramMib(0)
                            .diskGib(0)
                            .build())
                    .toList();
        }

        @Override
        public Optional<Flavor> find(String nameOrId) {
            return LOOKUP.find(nameOrId, list());
        }

        @Override
        public Flavor get(String nameOrId) {
            return LOOKUP.get(nameOrId, list());
        }
    }
}
