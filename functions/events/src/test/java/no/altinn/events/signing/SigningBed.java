package no.altinn.events.signing;

import no.altinn.events.subscription.FakeSubscriptionStore;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.testing.time.MutableClock;

import java.security.SecureRandom;
import java.time.Instant;

/** Stores and a vault that several processes share, for tests of signing. */
final class SigningBed {
    static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    final MutableClock clock = MutableClock.at(NOW);
    final FakeSubscriptionStore subscriptions = new FakeSubscriptionStore();
    final MemoryKeyRecords records = new MemoryKeyRecords();
    final FakeWrapping wrapping = new FakeWrapping();
    final SecureRandom random = new SecureRandom();

    /** A subscription without a key, as an earlier release has left it. */
    Subscription keyless(int id) {
        Subscription made = SampleSubscription.of(id, SampleSubscription.filters().build());
        subscriptions.put(made);
        return made;
    }

    /** The subscription as it is stored now. */
    Subscription stored(int id) {
        return subscriptions.find(id).orElseThrow();
    }

    /** What one process signs with. */
    final class Worker {
        final SubscriptionIndex index = new SubscriptionIndex(subscriptions, clock);
        final DataKeyFile file = new DataKeyFile(records, wrapping, random, clock);
        final DataKeys dataKeys = new DataKeys(file, wrapping, clock);
        final KeySafe safe = new KeySafe(dataKeys, random);
        final KeyRings rings = new KeyRings(subscriptions, index);
        final KeyPages pages = new KeyPages(records, random);
        final EndPointSecrets secrets = new EndPointSecrets(rings, safe, pages, random, clock);
        final SignedRequests requests =
                new SignedRequests(index, secrets, safe, "platform.example");
        final PublishedSigningKeys published = new PublishedSigningKeys(pages, index, clock);
        final RotateDataKeys rotation =
                new RotateDataKeys(file, wrapping, dataKeys, safe, subscriptions, rings, clock);
    }

    Worker process() {
        return new Worker();
    }
}
