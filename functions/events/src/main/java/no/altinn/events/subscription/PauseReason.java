package no.altinn.events.subscription;

import java.util.Locale;

/** Why a subscription is paused. */
public enum PauseReason {
    /** Its consumer has paused it. */
    OWNER,
    /** Its endpoint has failed for days. */
    FAILING;

    /** The name that clients and stores know, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
