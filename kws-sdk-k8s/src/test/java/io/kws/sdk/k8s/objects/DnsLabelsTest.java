package io.kws.sdk.k8s.objects;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.k8s.namespaces.OwnerNamespace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DnsLabelsTest {
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    @Test
    void hostLabel_oneNamespace_isTheName() {
        assertThat(DnsLabels.hostLabel("web", "lab", "lab")).isEqualTo("web");
    }

    @Test
    void hostLabel_manyNamespaces_differForWhatReadsAlike() {
        Set<String> labels = new HashSet<>();

        labels.add(DnsLabels.hostLabel("a-b", "c", ""));
        labels.add(DnsLabels.hostLabel("a", "b-c", ""));
        labels.add(DnsLabels.hostLabel("a-b", "d", ""));
        labels.add(DnsLabels.hostLabel("a-b", "c", "other"));

        assertThat(labels).hasSize(3).allMatch(label -> label.matches(LABEL));
    }

    @Test
    void withHash_whateverPeopleWrite_isALabel() {
        for (String text :
                List.of("", "---", "Alice Liddell", "ünïcode 学生", "a".repeat(200), "x-".repeat(40), "\n\0")) {
            assertThat(DnsLabels.withHash(text, text)).matches(LABEL);
        }
    }

    @Test
    void ownerNamespace_namesThatReadAlike_differ() {
        assertThat(OwnerNamespace.name("alice")).matches("kws-alice-[a-z0-9]{6}");
        assertThat(List.of(
                        OwnerNamespace.name("Alice"),
                        OwnerNamespace.name("alice"),
                        OwnerNamespace.name("a-lice"),
                        OwnerNamespace.name("alice ")))
                .doesNotHaveDuplicates();
    }
}
