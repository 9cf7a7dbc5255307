package no.altinn.events.signing;

import java.time.Instant;
import java.util.Optional;

/**
 * How far the keys of subscriptions have been encrypted anew under the newest data key.
 *
 * @param after the highest number of a subscription that is done
 * @param ended when the last one was done; empty until then
 */
record ReSealing(int after, Optional<Instant> ended) {
    static final ReSealing BEGINNING = new ReSealing(0, Optional.empty());

    ReSealing upTo(int number) {
        return new ReSealing(number, Optional.empty());
    }

    ReSealing endedAt(Instant instant) {
        return new ReSealing(after, Optional.of(instant));
    }
}
