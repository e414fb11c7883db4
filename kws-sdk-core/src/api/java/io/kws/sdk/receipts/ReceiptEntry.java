package io.kws.sdk.receipts;

public record ReceiptEntry(ResourceKind kind, String name, String id, Outcome outcome, String reason) implements java.io.Serializable {
}
