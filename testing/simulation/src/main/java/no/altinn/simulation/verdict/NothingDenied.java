package no.altinn.simulation.verdict;

import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.event.Event;
import no.altinn.simulation.outside.EndPoints;
import no.altinn.simulation.schedule.Ledger;
import no.altinn.simulation.schedule.Simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** No consumer gets an event that the policy denied whenever it may have been asked. */
final class NothingDenied implements Invariant {
    /** For how long a receiver gets events by one decision. */
    private static final Duration RECEIVING = Duration.ofMinutes(5);

    private final Map<Integer, String> consumers = new HashMap<>();

    @Override
    public String sentence() {
        return "nothing is delivered or shown that was denied";
    }

    @Override
    public List<String> broken(Simulation simulation) {
        Permission permission = new Permission(simulation.policy());
        List<String> broken = new ArrayList<>();
        simulation
                .subscriptions()
                .everAdded()
                .forEach(one -> consumers.put(one.id(), one.consumer().replace("/org/", "")));
        for (Ledger.Shown one : simulation.ledger().shown()) {
            if (permission.isDenied(one.org(), one.event(), one.at(), one.at())) {
                broken.add("reader %d was shown %s".formatted(one.reader(), one.event().id()));
            }
        }
        for (Ledger.Fetched one : simulation.ledger().fetched()) {
            if (permission.isDenied(one.org(), one.event(), one.at().minus(RECEIVING), one.at())) {
                broken.add(
                        "subscription %d was handed out %s"
                                .formatted(one.subscription(), one.event().id()));
            }
        }
        for (EndPoints.Call call : simulation.endPoints().calls()) {
            sent(simulation, call)
                    .filter(
                            event ->
                                    permission.isDenied(
                                            consumers.get(call.subscription()),
                                            event,
                                            call.permitted().orElseThrow(),
                                            call.permitted().orElseThrow()))
                    .ifPresent(
                            event ->
                                    broken.add(
                                            "subscription %d was sent %s"
                                                    .formatted(call.subscription(), event.id())));
        }
        return broken;
    }

    private static Optional<Event> sent(Simulation simulation, EndPoints.Call call) {
        return call.permitted().isEmpty()
                ? Optional.empty()
                : simulation
                        .deliveries()
                        .find(new DeliveryKey(call.subscription(), call.id()))
                        .map(Delivery::event)
                        .flatMap(simulation.events()::find)
                        .map(stored -> stored.event());
    }
}
