package no.altinn.events.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;

import no.altinn.events.delivery.Attempt;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryNotice;
import no.altinn.events.delivery.DeliverySearch;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.delivery.DeliveryStatus;
import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.statistics.CountedAttempts;
import no.altinn.events.webhook.ErrorKind;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Counts attempts by how they ended and why they were made, measures how long they take and how
 * late they are looked at (seconds), and counts what becomes of deliveries: {@code deliveries.lag},
 * {@code deliveries.attempted}, {@code deliveries.duration}, {@code deliveries.dead}, {@code
 * deliveries.held}, {@code deliveries.cancelled{reason}}. The statistics of the subscription count
 * attempts too. Thread-safe.
 */
public final class MeteredDeliveryStore implements DeliveryStore {
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("status");
    private static final AttributeKey<String> ERROR_KIND = AttributeKey.stringKey("error_kind");
    private static final AttributeKey<String> TRIGGER = AttributeKey.stringKey("trigger");
    private static final AttributeKey<String> REASON = AttributeKey.stringKey("reason");
    private static final double MILLIS_PER_SECOND = 1000;

    private final DeliveryStore deliveries;
    private final CountedAttempts counted;
    private final Clock clock;
    private final LongCounter attempted;
    private final DoubleHistogram duration;
    private final DoubleHistogram lag;
    private final LongCounter dead;
    private final LongCounter held;
    private final LongCounter cancelled;

    public MeteredDeliveryStore(
            DeliveryStore deliveries, CountedAttempts counted, Meter meter, Clock clock) {
        this.deliveries = deliveries;
        this.counted = counted;
        this.clock = clock;
        this.attempted = meter.counterBuilder("deliveries.attempted").build();
        this.duration = meter.histogramBuilder("deliveries.duration").setUnit("s").build();
        this.lag = meter.histogramBuilder("deliveries.lag").setUnit("s").build();
        this.dead = meter.counterBuilder("deliveries.dead").build();
        this.held = meter.counterBuilder("deliveries.held").build();
        this.cancelled = meter.counterBuilder("deliveries.cancelled").build();
    }

    private boolean count(boolean isMoved, DeliveryState next) {
        if (!isMoved) {
            return false;
        }
        if (next instanceof DeliveryState.Dead) {
            dead.add(1);
        } else if (next instanceof DeliveryState.Held) {
            held.add(1);
        } else if (next instanceof DeliveryState.Cancelled end) {
            cancelled.add(1, Attributes.of(REASON, end.reason().label()));
        }
        return true;
    }

    @Override
    public boolean record(DeliveryKey key, Attempt attempt, DeliveryState next) {
        boolean moved = deliveries.record(key, attempt, next);
        boolean isGivenUp = moved && next instanceof DeliveryState.Dead;
        attempted.add(1, attributes(attempt));
        duration.record(attempt.duration().toMillis() / MILLIS_PER_SECOND);
        counted.add(key.subscriptionId(), attempt.succeeded(), isGivenUp, attempt.duration());
        return count(moved, next);
    }

    private static Attributes attributes(Attempt attempt) {
        return Attributes.of(
                STATUS,
                (long) attempt.status(),
                ERROR_KIND,
                attempt.errorKind().map(ErrorKind::label).orElse("none"),
                TRIGGER,
                attempt.trigger().label());
    }

    @Override
    public List<Delivery> create(List<Delivery> wanted) {
        List<Delivery> created = deliveries.create(wanted);
        created.forEach(delivery -> count(true, delivery.state()));
        return created;
    }

    @Override
    public Optional<Delivery> find(DeliveryKey key) {
        return deliveries.find(key);
    }

    @Override
    public Optional<Delivery> announced(DeliveryNotice notice) {
        Optional<Delivery> announced = deliveries.announced(notice);
        announced.map(Delivery::state).ifPresent(this::recordLag);
        return announced;
    }

    /** How late a worker looks at an attempt that is due; what is early waits for nothing. */
    private void recordLag(DeliveryState state) {
        if (state instanceof DeliveryState.Due due) {
            long late = Duration.between(due.at(), clock.instant()).toMillis();
            lag.record(Math.max(0, late) / MILLIS_PER_SECOND);
        }
    }

    @Override
    public boolean move(DeliveryKey key, DeliveryState from, DeliveryState next) {
        return count(deliveries.move(key, from, next), next);
    }

    @Override
    public boolean conclude(
            DeliveryKey key, DeliveryState.Locked lock, Attempt attempt, DeliveryState next) {
        boolean moved = deliveries.conclude(key, lock, attempt, next);
        if (moved) {
            boolean isGivenUp = next instanceof DeliveryState.Dead;
            dead.add(isGivenUp ? 1 : 0);
            counted.add(key.subscriptionId(), attempt.succeeded(), isGivenUp, attempt.duration());
        }
        return moved;
    }

    @Override
    public List<Delivery> dueBefore(Instant instant, int limit) {
        return deliveries.dueBefore(instant, limit);
    }

    @Override
    public boolean change(Delivery before, Delivery after) {
        return count(deliveries.change(before, after), after.state());
    }

    @Override
    public void eraseResponses(DeliveryKey key) {
        deliveries.eraseResponses(key);
    }

    @Override
    public List<Delivery> search(DeliverySearch search, int limit) {
        return deliveries.search(search, limit);
    }

    @Override
    public int count(int subscriptionId, DeliveryStatus status, int most) {
        return deliveries.count(subscriptionId, status, most);
    }
}
