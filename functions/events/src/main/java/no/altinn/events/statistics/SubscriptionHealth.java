package no.altinn.events.statistics;

import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliverySearch;
import no.altinn.events.delivery.DeliveryStatus;
import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.subscription.Subscription;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds out how a subscription does. Thread-safe. */
public final class SubscriptionHealth {
    /** Where counting stops, so that a look costs no more however much there is. */
    public static final int MOST_COUNTED = 100_000;

    private final DeliveryStore deliveries;
    private final SubscriptionStatistics statistics;
    private final Clock clock;

    public SubscriptionHealth(
            DeliveryStore deliveries, SubscriptionStatistics statistics, Clock clock) {
        this.deliveries = deliveries;
        this.statistics = statistics;
        this.clock = clock;
    }

    /**
     * How a subscription does.
     *
     * @param held how many deliveries are held, at most {@link #MOST_COUNTED}
     * @param dead how many deliveries were given up, at most as many
     * @param oldestDue for how long the oldest delivery that is due, or ready to be fetched, has
     *     been under way
     * @param asOf when this was found out
     * @param hours the hours asked for, the oldest first
     */
    public record Report(
            Subscription subscription,
            int held,
            int dead,
            Optional<Duration> oldestDue,
            Instant asOf,
            List<Hour> hours) {

        public Report {
            hours = List.copyOf(hours);
        }

        /** The hours together. */
        public Tally all() {
            return hours.stream().map(Hour::tally).reduce(Tally.NONE, Tally::plus);
        }
    }

    /**
     * Looks at a subscription.
     *
     * @param hours how many hours are told, 1 to {@link SubscriptionStatistics#MOST_HOURS}
     */
    public Report of(Subscription subscription, int hours) {
        int id = subscription.id();
        Instant now = clock.instant();
        return new Report(
                subscription,
                deliveries.count(id, DeliveryStatus.HELD, MOST_COUNTED),
                deliveries.count(id, DeliveryStatus.DEAD, MOST_COUNTED),
                deliveries.search(DeliverySearch.oldest(id, waiting(subscription)), 1).stream()
                        .findFirst()
                        .map(Delivery::created)
                        .map(created -> Duration.between(created, now)),
                now,
                statistics.last(id, hours));
    }

    /** In which state a delivery waits for its next attempt. */
    private static DeliveryStatus waiting(Subscription subscription) {
        return subscription.isPulled() ? DeliveryStatus.READY : DeliveryStatus.DUE;
    }
}
