package no.altinn.simulation.verdict;

import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.delivery.DeliveryState.Cancelled;
import no.altinn.events.delivery.DeliveryState.Dead;
import no.altinn.events.delivery.DeliveryState.Delivered;
import no.altinn.events.event.Event;
import no.altinn.simulation.schedule.Simulation;
import no.altinn.simulation.time.World;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When nothing fails any more, everything comes to an end that the schedule explains. */
final class EverythingEnds implements Invariant {
    private static final int MOST_ATTEMPTS = 12;

    @Override
    public String sentence() {
        return "every delivery comes to an end that has its cause";
    }

    @Override
    public List<String> broken(Simulation simulation) {
        List<String> broken = new ArrayList<>();
        for (Delivery delivery : simulation.deliveries().all()) {
            why(simulation, delivery)
                    .ifPresent(
                            why ->
                                    broken.add(
                                            "%s of %s to subscription %d: %s"
                                                    .formatted(
                                                            delivery.key().id(),
                                                            delivery.eventId(),
                                                            delivery.key().subscriptionId(),
                                                            why)));
        }
        if (!simulation.isQuiet()) {
            broken.add("the schedule never comes to rest: " + simulation.left().words());
        }
        return broken;
    }

    /** What is wrong with how a delivery has ended. */
    private static Optional<String> why(Simulation simulation, Delivery delivery) {
        DeliveryState state = delivery.state();
        if (state instanceof Delivered) {
            return isTaken(simulation, delivery)
                    ? Optional.empty()
                    : Optional.of("delivered, but nobody took it");
        }
        if (state instanceof Dead) {
            return isGivenUp(simulation, delivery)
                    ? Optional.empty()
                    : Optional.of("dead too early: " + delivery);
        }
        if (state instanceof Cancelled cancelled) {
            return hasCause(simulation, delivery, cancelled)
                    ? Optional.empty()
                    : Optional.of("cancelled without cause: " + cancelled);
        }
        boolean mayWait = simulation.left().mayWait(delivery);
        return mayWait ? Optional.empty() : Optional.of("forgotten as " + state);
    }

    private static boolean isTaken(Simulation simulation, Delivery delivery) {
        return simulation.endPoints().calls().stream()
                        .anyMatch(call -> call.isTaken() && call.id().equals(delivery.key().id()))
                || simulation.ledger().wasSaid(delivery.key(), "acknowledged");
    }

    private static boolean isGivenUp(Simulation simulation, Delivery delivery) {
        int inRound = delivery.attempts().size() - delivery.round().before();
        return inRound >= MOST_ATTEMPTS || simulation.ledger().wasSaid(delivery.key(), "rejected");
    }

    private static boolean hasCause(Simulation simulation, Delivery delivery, Cancelled cancelled) {
        int id = delivery.key().subscriptionId();
        return switch (cancelled.reason()) {
            case REMOVED -> simulation.subscriptions().find(id).isEmpty();
            case STOPPED -> simulation.subscriptions().wasStopped(id);
            case DISCARDED -> simulation.ledger().wasDiscarded(id);
            case NOT_PERMITTED -> !isAlwaysPermitted(simulation, delivery);
            case EVENT_GONE -> false;
        };
    }

    private static boolean isAlwaysPermitted(Simulation simulation, Delivery delivery) {
        Event event = simulation.events().find(delivery.event()).orElseThrow().event();
        return simulation
                .subscriptions()
                .find(delivery.key().subscriptionId())
                .map(one -> one.consumer().replace("/org/", ""))
                .filter(
                        org ->
                                new Permission(simulation.policy())
                                        .holds(
                                                org,
                                                event,
                                                World.BEGINNING,
                                                simulation.world().now()))
                .isPresent();
    }
}
