package no.altinn.events.signing;

import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.subscription.SubscriptionKey;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The public pages with Ed25519 keys, which anybody may read who knows their names. Thread-safe.
 */
public final class PublishedSigningKeys {
    private final KeyPages pages;
    private final SubscriptionIndex index;
    private final Clock clock;

    public PublishedSigningKeys(KeyPages pages, SubscriptionIndex index, Clock clock) {
        this.pages = pages;
        this.index = index;
        this.clock = clock;
    }

    /**
     * The public halves of the keys of a page that sign now, the newest first; empty if there is no
     * such page.
     *
     * @throws no.altinn.platform.client.Unavailable if a store cannot answer
     */
    public Optional<List<PublicHalf>> find(String page) {
        return pages.subscription(page).stream()
                .mapToObj(number -> new SubscriptionKey(number, "", ""))
                .flatMap(key -> index.find(key).stream())
                .map(KeyRings::of)
                .filter(ring -> ring.set().equals(page))
                .map(this::halves)
                .findFirst();
    }

    private List<PublicHalf> halves(KeyRing ring) {
        return ring.validAt(clock.instant()).stream()
                .flatMap(key -> key.publicHalf().stream())
                .toList();
    }
}
