package no.altinn.events.subscription;

import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.http.Problem;

/** The one in whose name a caller subscribes. */
final class Consumer {
    private Consumer() {}

    /**
     * The consumer, for example {@code /org/ttd}.
     *
     * @throws Problem 400 if the token names nobody
     */
    static String of(AltinnToken caller) {
        return caller.identity().orElseThrow(() -> Problem.text(400, "Missing event consumer"));
    }
}
