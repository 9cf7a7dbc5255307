package no.altinn.events.subscription;

import no.altinn.platform.auth.AltinnToken;

/** The one in whose name a caller subscribes. */
final class Consumer {
    private Consumer() {}

    /**
     * The consumer, for example {@code /org/ttd}.
     *
     * @throws InvalidSubscription if the token names nobody
     */
    static String of(AltinnToken caller) {
        return caller.identity()
                .orElseThrow(() -> new InvalidSubscription("Missing event consumer"));
    }
}
