package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.openapi.JSON;
import io.kws.sdk.apps.AppChange;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.k8s.objects.Amounts;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.Labels;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Applies an {@link AppChange} to a Deployment; everything else of it stays, even fields that the driver does not know. */
public final class TemplateEdit {
    private final ObjectNode container;

    private TemplateEdit(Deployment deployment) {
        this.container = deployment.container() instanceof ObjectNode found ? found : Json.object();
    }

    /**
     * Applies the change. If the Deployment is as wanted already, it stays equal to what it was.
     *
     * @param deployment the Deployment, which is edited
     * @param change the change
     * @param secret the Secret with the secret variables from now on; empty if there are none
     */
    public static void apply(ObjectNode deployment, AppChange change, String secret) {
        Deployment read = new Deployment(new KubeObject(deployment));
        TemplateEdit edit = new TemplateEdit(read);
        change.image().ifPresent(image -> edit.container.put("image", image));
        edit.words("command", change.command());
        edit.words("args", change.arguments());
        edit.variables(change);
        if (!secret.equals(read.secretName())) {
            edit.secret(secret);
        }
        edit.amount("requests", "cpu", change.resources().cpuRequestMillis(), "m");
        edit.amount("limits", "cpu", change.resources().cpuLimitMillis(), "m");
        edit.amount("requests", "memory", change.resources().memoryRequestMib(), "Mi");
        edit.amount("limits", "memory", change.resources().memoryLimitMib(), "Mi");
        change.healthPath().ifPresent(edit::health);
        change.replicas().ifPresent(replicas -> deployment.withObject("/spec").put("replicas", replicas));
    }

    /**
     * Gives the version a new ID, so that all Pods are replaced.
     *
     * @param deployment the Deployment, which is edited
     * @param revision the new ID
     */
    public static void renew(ObjectNode deployment, String revision) {
        deployment.withObject("/spec/template/metadata/labels").put(Labels.REVISION, revision);
    }

    private void words(String field, List<String> words) {
        if (!words.isEmpty()) {
            ArrayNode array = container.putArray(field);
            words.stream().map(PodManifest::escaped).forEach(array::add);
        }
    }

    /**
     * A variable that becomes secret is removed here, as a plain one would win. Of several of one name the last wins, so a
     * changed one is written once.
     */
    private void variables(AppChange change) {
        Map<String, String> added = new LinkedHashMap<>(change.environment());
        ArrayNode kept = Json.object().putArray("env");
        for (JsonNode variable : container.path("env")) {
            String name = variable.path("name").asText();
            boolean isRemoved = change.environment().containsKey(name)
                    || change.secrets().containsKey(name)
                    || change.removedVariables().contains(name);
            String value = added.remove(name);
            if (value != null) {
                kept.add(variable(name, value));
            } else if (!isRemoved) {
                kept.add(variable);
            }
        }
        added.forEach((name, value) -> kept.add(variable(name, value)));
        if (!kept.isEmpty() || container.has("env")) {
            container.set("env", kept);
        }
    }

    private static ObjectNode variable(String name, String value) {
        return Json.object().put("name", name).put("value", PodManifest.escaped(value));
    }

    private void secret(String name) {
        if (name.isEmpty()) {
            container.remove("envFrom");
        } else {
            container.putArray("envFrom").addObject().putObject("secretRef").put("name", name);
        }
    }

    private void amount(String bound, String resource, OptionalInt amount, String unit) {
        if (amount.isEmpty()
                || isSame(container.path("resources").path(bound).path(resource), amount.getAsInt() + unit)) {
            return;
        }
        ObjectNode bounds = container.withObject("/resources/" + bound);
        if (amount.getAsInt() == 0) {
            bounds.remove(resource);
        } else {
            bounds.put(resource, amount.getAsInt() + unit);
        }
    }

    /** The cluster writes amounts in its own form; no amount equals 0. */
    private static boolean isSame(JsonNode now, String wanted) {
        BigDecimal amount = Quantity.fromString(wanted).getNumber();
        boolean isUnset = now.isMissingNode() || now.isNull();
        return isUnset
                ? amount.signum() == 0
                : Amounts.read(now).filter(read -> read.compareTo(amount) == 0).isPresent();
    }

    /** The cluster adds defaults to a probe, so an equal one stays as it is. */
    private void health(String path) {
        JsonNode now = container.path("readinessProbe");
        boolean isSame = path.isEmpty()
                ? now.has("tcpSocket")
                : now.path("httpGet").path("path").asText().equals(path);
        if (!isSame) {
            int port = container.path("ports").path(0).path("containerPort").asInt();
            container.set("readinessProbe", Json.read(JSON.serialize(PodManifest.probe(path, port))));
        }
    }
}
