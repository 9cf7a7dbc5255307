package no.altinn.events.functions;

import no.altinn.platform.http.Problem;

/** The id in a subscription's path. */
final class SubscriptionId {
    private SubscriptionId() {}

    static int parse(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Problem.badRequest("A subscription's id is a whole number of 32 bits.", e);
        }
    }
}
