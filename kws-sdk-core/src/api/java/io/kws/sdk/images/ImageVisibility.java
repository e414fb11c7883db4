package io.kws.sdk.images;

public enum ImageVisibility {
    PUBLIC, PRIVATE, SHARED, COMMUNITY;
    public String word() { throw null; }
}
