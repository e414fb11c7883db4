package io.kws.sdk.rentals;

public enum RentalState {
    RUNNING, OVER, STOPPED, PROTECTED, UNREADABLE;
}
