package io.kws.sdk.openstack.health;

import static io.kws.sdk.openstack.client.Service.COMPUTE;
import static io.kws.sdk.openstack.client.Service.CONTAINER;
import static io.kws.sdk.openstack.client.Service.IDENTITY;
import static io.kws.sdk.openstack.client.Service.IMAGE;
import static io.kws.sdk.openstack.client.Service.NETWORK;
import static io.kws.sdk.openstack.client.Service.OBJECT_STORE;
import static io.kws.sdk.openstack.client.Service.VOLUME;

import io.kws.sdk.driver.HealthProbe;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.driver.values.ServiceHealthValue;
import io.kws.sdk.errors.CancelledException;
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

/** Asks each service of an OpenStack that the SDK uses for next to nothing. */
public final class OpenStackHealth implements HealthProbe {
    private final OpenStackClient client;
    private final UseCaseRunner runner;

    /**
     * Makes the probe of a node.
     *
     * @param client the node
     * @param runner asks the services side by side
     */
    public OpenStackHealth(OpenStackClient client, UseCaseRunner runner) {
        this.client = client;
        this.runner = runner;
    }

    @Override
    public String name() {
        return IDENTITY.type();
    }

    /** Without a login nothing can be asked. */
    @Override
    public List<ServiceHealth> check() {
        List<String> catalogue = client.services();
        return runner.run(new UseCase<>(
                "look at the services", Deadline.current().remaining(), steps -> {
                    List<Step<ServiceHealth>> looks = new ArrayList<>();
                    questions().forEach((service, question) -> {
                        if (!Collections.disjoint(catalogue, service.types())) {
                            looks.add(steps.add("ask " + service.type(), context -> ask(service, question)));
                        }
                    });
                    return receipt -> {
                        List<ServiceHealth> all = new ArrayList<>(List.of(
                                ServiceHealthValue.builder().service(name()).build()));
                        looks.forEach(look -> all.add(look.result()));
                        return all;
                    };
                }));
    }

    private static Map<Service, Request> questions() {
        Map<Service, Request> questions = new EnumMap<>(Service.class);
        questions.put(COMPUTE, Request.get(COMPUTE, "flavors").query("limit", "1"));
        questions.put(NETWORK, Request.get(NETWORK, "networks").query("limit", "1"));
        questions.put(IMAGE, Request.get(IMAGE, "images").query("limit", "1"));
        questions.put(VOLUME, Request.get(VOLUME, "volumes").query("limit", "1"));
        questions.put(OBJECT_STORE, Request.of("HEAD", OBJECT_STORE));
        questions.put(CONTAINER, Request.get(CONTAINER, "containers").query("limit", "1"));
        return questions;
    }

    private ServiceHealth ask(Service service, Request question) {
        try {
            client.reply(question);
            return ServiceHealthValue.builder().service(service.type()).build();
        } catch (CancelledException e) {
            throw e;
        } catch (KwsException e) {
            return ServiceHealthValue.builder()
                    .service(service.type())
                    .problem(e.reason())
                    .build();
        }
    }
}
