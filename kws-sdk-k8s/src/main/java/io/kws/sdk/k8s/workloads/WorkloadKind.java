package io.kws.sdk.k8s.workloads;

import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.ManagedKind;
import io.kws.sdk.receipts.ResourceKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a Deployment of the SDK serves as; the labels of everything created for it tell. */
public enum WorkloadKind {
    /** An app. */
    APP("app", "deploy", "redeploy or delete it, or use another name", ResourceKind.APP),
    /** An IDE, which users do not see as an app. */
    IDE("IDE", "open", "close it, or use another name", ResourceKind.IDE);

    /** On everything created for an IDE, its workspace included: the IDE's name. */
    public static final String IDE_LABEL = "kws.ide";

    private final String noun;
    private final String verb;
    private final String advice;
    private final ResourceKind rentalKind;

    WorkloadKind(String noun, String verb, String advice, ResourceKind rentalKind) {
        this.noun = noun;
        this.verb = verb;
        this.advice = advice;
        this.rentalKind = rentalKind;
    }

    /** {@return the word for it in messages} */
    public String noun() {
        return noun;
    }

    /** {@return what rentals call it} */
    public ResourceKind rentalKind() {
        return rentalKind;
    }

    /** Returns what is attempted, such as {@code deploy app "web"}. */
    String attempt(String name) {
        return verb + " " + noun + " \"" + name + "\"";
    }

    /** Returns what to do if a name is taken. */
    String advice() {
        return advice;
    }

    /** Returns the labels that set it apart. */
    Map<String, String> labels(String name) {
        return this == IDE ? Map.of(IDE_LABEL, name) : Map.of();
    }

    /** {@return the kinds of objects that are deleted with its Deployment; the workspace of an IDE stays} */
    public List<ManagedKind> deletedWithDeployment() {
        return Stream.of(ManagedKind.values())
                .filter(kind -> kind.lifetime() == ManagedKind.Lifetime.BESIDE_WORKLOAD
                        || (this == APP && kind.lifetime() == ManagedKind.Lifetime.STORAGE))
                .toList();
    }

    /**
     * Returns what an object was created for.
     *
     * @param object the object
     * @return the kind of workload
     */
    public static WorkloadKind of(KubeObject object) {
        return object.label(IDE_LABEL).isEmpty() ? APP : IDE;
    }
}
