package no.altinn.simulation.verdict;

import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.event.Event;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.Subscription;
import no.altinn.simulation.schedule.Simulation;
import no.altinn.simulation.store.EventRecord;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Each stored event that a subscription wants and its consumer may see has a delivery. */
final class NothingForgotten implements Invariant {
    /** The time within which a subscription takes effect everywhere. */
    private static final Duration EFFECT = Duration.ofSeconds(11);

    @Override
    public String sentence() {
        return "what is stored, matched and permitted has a delivery";
    }

    @Override
    public List<String> broken(Simulation simulation) {
        List<String> broken = new ArrayList<>();
        for (EventRecord stored : simulation.events().all()) {
            for (Subscription one : simulation.subscriptions().all()) {
                DeliveryKey key = DeliveryKey.of(stored.event().key(), one.id());
                if (isOwed(simulation, stored, one)
                        && simulation.deliveries().find(key).isEmpty()) {
                    broken.add(
                            "%s has no delivery to subscription %d"
                                    .formatted(stored.event().id(), one.id()));
                }
            }
        }
        return broken;
    }

    private static boolean isOwed(Simulation simulation, EventRecord stored, Subscription one) {
        return wants(one.filters(), stored.event())
                && simulation
                        .subscriptions()
                        .isMatchedSince(one.id(), stored.created().minus(EFFECT))
                && new Permission(simulation.policy())
                        .holds(
                                one.consumer().replace("/org/", ""),
                                stored.event(),
                                stored.created(),
                                simulation.world().now());
    }

    /** Matches by the words of the API's contract, not by the rules of the use cases. */
    private static boolean wants(Filters filters, Event event) {
        return filters.resource().equalsIgnoreCase(event.resource())
                && filters.subject()
                        .filter(one -> !event.subject().equals(filters.subject()))
                        .isEmpty()
                && filters.type().filter(one -> !one.equals(event.type())).isEmpty();
    }
}
