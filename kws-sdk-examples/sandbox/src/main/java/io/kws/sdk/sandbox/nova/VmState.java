package io.kws.sdk.sandbox.nova;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a server is, apart from what is being done with it. */
enum VmState {
    BUILDING(0, "BUILD"),
    ACTIVE(1, "ACTIVE"),
    PAUSED(3, "PAUSED"),
    STOPPED(4, "SHUTOFF"),
    SUSPENDED(4, "SUSPENDED"),
    RESIZED(1, "VERIFY_RESIZE"),
    SHELVED_OFFLOADED(4, "SHELVED_OFFLOADED"),
    RESCUED(1, "RESCUE"),
    ERROR(0, "ERROR");

    private final int power;
    private final String status;

    VmState(int power, String status) {
        this.power = power;
        this.status = status;
    }

    /** {@return the number Nova gives the state of the virtual machine's power} */
    int power() {
        return power;
    }

    /** {@return the status the user sees, which tells some of what is being done} */
    String status(@Nullable String task) {
        if (task == null) {
            return status;
        }
        return switch (task) {
            case "rebooting" -> "REBOOT";
            case "rebooting_hard" -> "HARD_REBOOT";
            case "rebuilding" -> "REBUILD";
            case "resize_prep", "resize_migrating" -> "RESIZE";
            case "resize_reverting" -> "REVERT_RESIZE";
            default -> status;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
