package io.kws.sdk.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptTest {
    private static final ReceiptEntry MADE =
            new ReceiptEntry(ResourceKind.SERVER, "web-1", "5f0c", Outcome.CREATED, "");
    private static final ReceiptEntry LEFT =
            new ReceiptEntry(ResourceKind.FLOATING_IP, "198.51.100.7", "", Outcome.LEFT, "it is in use");

    @Test
    void entries_ofOneOutcome_areThoseOnly() {
        assertThat(new Receipt(List.of(MADE, LEFT)).entries(Outcome.LEFT)).containsExactly(LEFT);
    }

    @Test
    void isClean_somethingIsLeft_isNot() {
        assertThat(new Receipt(List.of(MADE, LEFT)).isClean()).isFalse();
    }

    @Test
    void isClean_nothingIsLeft_is() {
        assertThat(new Receipt(List.of(MADE)).isClean()).isTrue();
        assertThat(Receipt.empty().isClean()).isTrue();
    }

    @Test
    void entries_listChangesLater_receiptDoesNot() {
        List<ReceiptEntry> entries = new ArrayList<>(List.of(MADE));
        Receipt receipt = new Receipt(entries);

        entries.clear();

        assertThat(receipt.entries()).containsExactly(MADE);
    }

    @Test
    void toString_hasALineForEach() {
        assertThat(new Receipt(List.of(MADE, LEFT)))
                .hasToString("CREATED  server web-1 (5f0c)\nLEFT     floating IP 198.51.100.7: it is in use");
    }

    @Test
    void toString_idIsTheName_saysItOnce() {
        assertThat(new ReceiptEntry(ResourceKind.KEYPAIR, "mine", "mine", Outcome.REUSED, ""))
                .hasToString("REUSED   keypair mine");
    }

    @Test
    void label_reads() {
        assertThat(ResourceKind.SECURITY_GROUP.label()).isEqualTo("security group");
    }
}
