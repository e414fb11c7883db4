package io.kws.sdk.openstack.health;

import static io.kws.sdk.openstack.client.Service.COMPUTE;
import static io.kws.sdk.openstack.client.Service.CONTAINER;
import static io.kws.sdk.openstack.client.Service.IDENTITY;
import static io.kws.sdk.openstack.client.Service.IMAGE;
import static io.kws.sdk.openstack.client.Service.NETWORK;
import static io.kws.sdk.openstack.client.Service.OBJECT_STORE;
import static io.kws.sdk.openstack.client.Service.VOLUME;

import io.kws.sdk.driver.HealthProbe;
import io.kws.sdk.driver.steps.BestEffort;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.driver.values.ServiceHealthValue;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.health.ServiceHealth;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.openstack.client.Service;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Checks the health of a node's OpenStack services, with one small request to each. */
public final class OpenStackHealth implements HealthProbe {
    private final OpenStackClient client;
    private final UseCaseRunner runner;

    /**
     * Makes the probe of a node.
     *
     * @param client the node
     * @param runner checks all services at the same time
     */
    public OpenStackHealth(OpenStackClient client, UseCaseRunner runner) {
        this.client = client;
        this.runner = runner;
    }

    @Override
    public String name() {
        return IDENTITY.type();
    }

    /** Logs in first: without a login, no service can be checked. */
    @Override
    public List<ServiceHealth> check() {
        List<String> catalog = client.services();
        return runner.run(new UseCase<>("check the services", Deadline.current().remaining(), steps -> {
            List<Step<ServiceHealth>> checks = new ArrayList<>();
            requests().forEach((service, request) -> {
                if (!Collections.disjoint(catalog, service.types())) {
                    checks.add(steps.add("check " + service.type(), context -> check(service, request)));
                }
            });
            return receipt -> {
                List<ServiceHealth> all = new ArrayList<>(
                        List.of(ServiceHealthValue.builder().service(name()).build()));
                checks.forEach(check -> all.add(check.result()));
                return all;
            };
        }));
    }

    private static Map<Service, Request> requests() {
        Map<Service, Request> requests = new EnumMap<>(Service.class);
        requests.put(COMPUTE, Request.get(COMPUTE, "flavors").query("limit", "1"));
        requests.put(NETWORK, Request.get(NETWORK, "networks").query("limit", "1"));
        requests.put(IMAGE, Request.get(IMAGE, "images").query("limit", "1"));
        requests.put(VOLUME, Request.get(VOLUME, "volumes").query("limit", "1"));
        requests.put(OBJECT_STORE, Request.of("HEAD", OBJECT_STORE));
        requests.put(CONTAINER, Request.get(CONTAINER, "containers").query("limit", "1"));
        return requests;
    }

    private ServiceHealth check(Service service, Request request) {
        return ServiceHealthValue.builder()
                .service(service.type())
                .problem(BestEffort.run(() -> client.reply(request)).map(KwsException::reason))
                .build();
    }
}
