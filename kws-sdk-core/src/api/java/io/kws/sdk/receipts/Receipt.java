package io.kws.sdk.receipts;

public record Receipt(java.util.List<ReceiptEntry> entries) implements java.io.Serializable {
    public boolean isClean() { throw null; }
    public java.util.List<ReceiptEntry> entries(Outcome outcome) { throw null; }
    public static Receipt empty() { throw null; }
}
