package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What a Deployment of the SDK's serves as; all that is made for it says so by its labels. */
public enum WorkloadKind {
    /** An app. */
    APP("app", "deploy", "redeploy or delete it, or take another name"),
    /** An IDE, which is no app to the user. */
    IDE("IDE", "open", "close it, or take another name");

    /** On all that is made for an IDE, its workspace included: its name. */
    public static final String IDE_LABEL = "kws.ide";

    private final String noun;
    private final String verb;
    private final String advice;

    WorkloadKind(String noun, String verb, String advice) {
        this.noun = noun;
        this.verb = verb;
        this.advice = advice;
    }

    /** {@return the word for it in messages} */
    public String noun() {
        return noun;
    }

    /** Returns what is attempted, such as {@code deploy app "web"}. */
    String attempt(String name) {
        return verb + " " + noun + " \"" + name + "\"";
    }

    /** Returns what to do about a name that is taken. */
    String advice() {
        return advice;
    }

    /** Returns the labels that set it apart. */
    Map<String, String> labels(String name) {
        return this == IDE ? Map.of(IDE_LABEL, name) : Map.of();
    }

    /** Returns the kind of what an object was made for. */
    static WorkloadKind of(JsonNode object) {
        return Labels.get(object, IDE_LABEL).isEmpty() ? APP : IDE;
    }
}
