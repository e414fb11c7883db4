package io.kws.sdk.watching;

public interface RentalListener {
    void changed(RentalEvent event);
}
