package no.altinn.events.subscription;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Subscriptions for tests of rules. */
public final class SampleSubscription {
    /** When they were made. */
    public static final Instant CREATED = Instant.parse("2026-01-02T03:04:05Z");

    private SampleSubscription() {}

    /** A validated one of {@code /org/ttd}. */
    public static Subscription of(int id, Filters filters) {
        return of(id, filters, "/org/ttd", new ValidationState.Validated());
    }

    /** One of any consumer, as far as it has come. */
    public static Subscription of(
            int id, Filters filters, String consumer, ValidationState validation) {
        return new Subscription(
                id,
                URI.create("https://hook.example/" + id),
                filters,
                consumer,
                CREATED,
                validation);
    }

    /** One of {@code /org/ttd} whose events are fetched. */
    public static Subscription pulled(int id) {
        return Subscription.added(
                id, new NewSubscription(Optional.empty(), filters().build(), "/org/ttd"), CREATED);
    }

    /** Filters on {@code urn:altinn:resource:r}. */
    public static Filters.Builder filters() {
        return Filters.onResource("urn:altinn:resource:r");
    }
}
