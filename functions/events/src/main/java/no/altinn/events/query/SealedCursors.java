package no.altinn.events.query;

import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.seal.Seal;

/**
 * Cursors that hold the subject that a header named, so that a reader who follows {@code next} goes
 * on with the same filter, and the subject stands in no address. Thread-safe.
 */
public final class SealedCursors {
    private final Seal seal;

    public SealedCursors(Seal seal) {
        this.seal = seal;
    }

    /** The cursors of one caller; those of others are refused. */
    public CallersCursors of(AltinnToken caller) {
        return new CallersCursors(seal, caller.identity().orElse(""));
    }

    /** The cursors of a list of deliveries, which its binding tells from others. */
    DeliveryPages ofDeliveries(String binding) {
        return new DeliveryPages(seal, binding);
    }
}
