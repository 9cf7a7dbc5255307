package no.altinn.events.delivery;

import no.altinn.events.event.EventKey;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.concurrent.InLanes;
import no.altinn.platform.concurrent.SideBySide;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes deliveries down and tells the bus of the new ones. While the bus is told of some, the
 * store takes others. Thread-safe.
 */
public final class StartDeliveries {
    private static final Logger LOG = LoggerFactory.getLogger(StartDeliveries.class);

    /** The size at which a part of the deliveries is full; one event's stay together. */
    private static final int PART = 250;

    private final DeliveryStore deliveries;
    private final OutboundRelay outbound;
    private final RetryQueue queue;
    private final InLanes lanes;
    private final SideBySide calls;

    /**
     * Starts over these ports.
     *
     * @param lanes schedules the notices that the bus does not take
     * @param calls how many parts of the deliveries are under way at once
     */
    public StartDeliveries(
            DeliveryStore deliveries,
            OutboundRelay outbound,
            RetryQueue queue,
            InLanes lanes,
            SideBySide calls) {
        this.deliveries = deliveries;
        this.outbound = outbound;
        this.queue = queue;
        this.lanes = lanes;
        this.calls = calls;
    }

    /**
     * Starts the deliveries. One that an earlier relay created stays as it is: it has had its
     * notice, or the sweep finds it.
     *
     * @param due those of one event next to each other
     * @return the events whose deliveries the store refuses, though it is there
     * @throws Unavailable if the store is away, or both the bus and the queue
     */
    Set<EventKey> start(List<Delivery> due) {
        Writing writing = new Writing();
        Set<EventKey> refused = new HashSet<>();
        calls.each(parts(due), part -> started(part, writing)).forEach(refused::addAll);
        return refused;
    }

    private static List<List<Delivery>> parts(List<Delivery> due) {
        List<List<Delivery>> parts = new ArrayList<>();
        List<Delivery> part = List.of();
        for (List<Delivery> ofEvent : byEvent(due)) {
            if (parts.isEmpty() || part.size() + ofEvent.size() > PART) {
                part = new ArrayList<>();
                parts.add(part);
            }
            part.addAll(ofEvent);
        }
        return parts;
    }

    private static Collection<List<Delivery>> byEvent(List<Delivery> due) {
        Map<EventKey, List<Delivery>> byEvent = new LinkedHashMap<>();
        due.forEach(one -> byEvent.computeIfAbsent(one.event(), key -> new ArrayList<>()).add(one));
        return byEvent.values();
    }

    private Set<EventKey> started(List<Delivery> part, Writing writing) {
        List<Delivery> created;
        try {
            created = writing.created(part);
        } catch (Unavailable e) {
            throw e;
        } catch (RuntimeException e) {
            tell(stored(part, writing));
            return startedEach(part, writing, e);
        }
        tell(created);
        return Set.of();
    }

    /**
     * Those of a part that this very relay has stored, though the store threw, and of which the bus
     * is not told yet: a first attempt is not claimed, so a second notice could push twice.
     */
    private List<Delivery> stored(List<Delivery> part, Writing writing) {
        List<Delivery> stored = new ArrayList<>();
        for (Delivery one : part) {
            if (writing.found.contains(one.key())) {
                continue;
            }
            try {
                deliveries
                        .find(one.key())
                        .filter(one::equals)
                        .filter(found -> writing.found.add(found.key()))
                        .ifPresent(stored::add);
            } catch (Unavailable e) {
                // Each further look would wait as long. The sweep finds what is not told.
                LOG.warn("notices late deliveries={}", part.size() - stored.size(), e);
                return stored;
            } catch (RuntimeException e) {
                LOG.warn("notice late event={}", one.event(), e);
            }
        }
        return stored;
    }

    /** A delivery that can never be written must hold up no other event's. */
    private Set<EventKey> startedEach(List<Delivery> part, Writing writing, RuntimeException why) {
        Collection<List<Delivery>> events = byEvent(part);
        if (events.size() == 1) {
            EventKey event = part.get(0).event();
            LOG.warn("relay failed event={}", event, why);
            return Set.of(event);
        }
        Set<EventKey> refused = new HashSet<>();
        events.forEach(one -> refused.addAll(started(one, writing)));
        return refused;
    }

    /**
     * Writes one part at a time, since the store writes the deliveries of a part side by side
     * itself; none after the store was away, since each would wait as long.
     */
    private final class Writing {
        private final Set<DeliveryKey> found = ConcurrentHashMap.newKeySet();
        private Optional<Unavailable> away = Optional.empty(); // guarded by this

        synchronized List<Delivery> created(List<Delivery> part) {
            away.ifPresent(
                    e -> {
                        throw e;
                    });
            try {
                return deliveries.create(part);
            } catch (Unavailable e) {
                away = Optional.of(e);
                tell(stored(part, this));
                throw e;
            }
        }
    }

    private void tell(List<Delivery> created) {
        List<DeliveryNotice> notices =
                created.stream()
                        .filter(one -> one.state() instanceof DeliveryState.Due)
                        .map(one -> new DeliveryNotice(one.key(), 1))
                        .toList();
        if (notices.isEmpty()) {
            return;
        }
        try {
            outbound.send(notices);
        } catch (RuntimeException e) {
            // The deliveries are stored, so a bus that takes none must not stop other events.
            LOG.warn("bus away notices={}", notices.size(), e);
            lanes.each(notices, one -> queue.schedule(new Retry.OfDelivery(one), Duration.ZERO))
                    .orThrow();
        }
    }
}
