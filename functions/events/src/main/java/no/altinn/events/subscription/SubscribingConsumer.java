package no.altinn.events.subscription;

import no.altinn.platform.auth.AltinnToken;

/** The consumer that a caller subscribes for. */
final class SubscribingConsumer {
    private SubscribingConsumer() {}

    /**
     * The consumer, for example {@code /org/ttd}.
     *
     * @throws InvalidSubscription if the token names no consumer
     */
    static String of(AltinnToken caller) {
        return caller.identity()
                .orElseThrow(() -> new InvalidSubscription("Missing event consumer"));
    }
}
