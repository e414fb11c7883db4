package io.kws.sdk.k8s.apps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubernetes.client.openapi.JSON;
import io.kws.sdk.apps.AppChange;
import io.kws.sdk.k8s.transport.Json;
import java.util.List;
import java.util.OptionalInt;

/** Writes an {@link AppChange} into a Deployment, of which all else stays, known or not. */
final class TemplateEdit {
    private final ObjectNode deployment;
    private final ObjectNode container;

    private TemplateEdit(ObjectNode deployment) {
        this.deployment = deployment;
        this.container = AppJson.container(deployment) instanceof ObjectNode found ? found : Json.object();
    }

    /**
     * Makes the change.
     *
     * @param revision the ID of the new version
     * @param secret the Secret with the secret variables from now on; empty if there are none
     */
    static void apply(ObjectNode deployment, AppChange change, String revision, String secret) {
        TemplateEdit edit = new TemplateEdit(deployment);
        change.image().ifPresent(image -> edit.container.put("image", image));
        edit.words("command", change.command());
        edit.words("args", change.arguments());
        edit.variables(change);
        edit.secret(secret);
        edit.amount("requests", "cpu", change.cpuRequestMillis(), "m");
        edit.amount("limits", "cpu", change.cpuLimitMillis(), "m");
        edit.amount("requests", "memory", change.memoryRequestMib(), "Mi");
        edit.amount("limits", "memory", change.memoryLimitMib(), "Mi");
        change.healthPath().ifPresent(edit::health);
        change.replicas().ifPresent(replicas -> deployment.withObject("/spec").put("replicas", replicas));
        edit.revision(revision);
    }

    /** Makes a new version that differs by its ID only, so that all Pods are replaced. */
    static void renew(ObjectNode deployment, String revision) {
        new TemplateEdit(deployment).revision(revision);
    }

    /** Returns the Secret with the secret variables; empty if there is none. */
    static String secretName(JsonNode deployment) {
        return AppJson.container(deployment)
                .path("envFrom")
                .path(0)
                .path("secretRef")
                .path("name")
                .asText("");
    }

    private void revision(String revision) {
        deployment.withObject("/spec/template/metadata/labels").put(Labels.REVISION, revision);
    }

    private void words(String field, List<String> words) {
        if (!words.isEmpty()) {
            ArrayNode array = container.putArray(field);
            words.stream().map(PodModel::escaped).forEach(array::add);
        }
    }

    /** A variable that becomes secret is no longer an open one, which would win. */
    private void variables(AppChange change) {
        ArrayNode kept = Json.object().putArray("env");
        for (JsonNode variable : container.path("env")) {
            String name = variable.path("name").asText();
            boolean isReplaced = change.environment().containsKey(name)
                    || change.secrets().containsKey(name)
                    || change.removedVariables().contains(name);
            if (!isReplaced) {
                kept.add(variable);
            }
        }
        change.environment()
                .forEach((name, value) -> kept.addObject().put("name", name).put("value", PodModel.escaped(value)));
        container.set("env", kept);
    }

    private void secret(String name) {
        if (name.isEmpty()) {
            container.remove("envFrom");
        } else {
            container.putArray("envFrom").addObject().putObject("secretRef").put("name", name);
        }
    }

    private void amount(String bound, String resource, OptionalInt amount, String unit) {
        if (amount.isEmpty()) {
            return;
        }
        ObjectNode bounds = container.withObject("/resources/" + bound);
        if (amount.getAsInt() == 0) {
            bounds.remove(resource);
        } else {
            bounds.put(resource, amount.getAsInt() + unit);
        }
    }

    private void health(String path) {
        int port = container.path("ports").path(0).path("containerPort").asInt();
        container.set("readinessProbe", Json.read(JSON.serialize(PodModel.probe(path, port))));
    }
}
