package no.altinn.events.policy;

import no.altinn.events.event.ResourceUrn;

/** What the policy must permit to those who subscribe to events, and get them pushed. */
public final class ReceivingAction {
    private ReceivingAction() {}

    /** {@code read} on the resources of apps, {@code subscribe} on all others. */
    public static String on(String resource) {
        return ResourceUrn.isApp(resource) ? "read" : "subscribe";
    }
}
