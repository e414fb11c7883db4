package io.kws.sdk.errors;

public final class AlreadyRentedException extends ConflictException {
    AlreadyRentedException() {}
    public AlreadyRentedException(String reason) {}
    public AlreadyRentedException(String reason, Throwable cause) {}
    public ErrorScope scope() { throw null; }
}
