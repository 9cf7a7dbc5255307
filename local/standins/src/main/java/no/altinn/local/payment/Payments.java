package no.altinn.local.payment;

import java.util.LinkedHashSet;
import java.util.Set;

/** What has been paid: the newest 10 000 payments, in memory. Thread-safe. */
final class Payments {
    /** How many are kept. */
    static final int MOST = 10_000;

    // Guarded by this; the oldest first.
    private final Set<String> references = new LinkedHashSet<>();

    /** Notes that a payment was made; once more changes nothing. */
    synchronized void pay(String reference) {
        if (references.add(reference) && references.size() > MOST) {
            references.remove(references.iterator().next());
        }
    }

    synchronized boolean isPaid(String reference) {
        return references.contains(reference);
    }
}
