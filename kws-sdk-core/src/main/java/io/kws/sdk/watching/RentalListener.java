package io.kws.sdk.watching;

/**
 * Hears of changes of rentals. Called on the watch's threads, for one change after the other, so it should return soon;
 * what it throws is logged.
 */
@FunctionalInterface
public interface RentalListener {
    /**
     * Hears of a change.
     *
     * @param event the change
     */
    void changed(RentalEvent event);
}
