package no.altinn.simulation.verdict;

import no.altinn.events.event.Event;
import no.altinn.events.event.EventKey;
import no.altinn.simulation.schedule.Ledger;
import no.altinn.simulation.schedule.Reader;
import no.altinn.simulation.schedule.Simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A reader that follows its cursor meets every acknowledged event that it may see. */
final class NothingSkipped implements Invariant {
    @Override
    public String sentence() {
        return "a reader skips no acknowledged event";
    }

    @Override
    public List<String> broken(Simulation simulation) {
        List<String> broken = new ArrayList<>();
        for (Reader reader : simulation.readers()) {
            Set<EventKey> shown =
                    simulation.ledger().shown().stream()
                            .filter(one -> one.reader() == reader.number())
                            .map(Ledger.Shown::event)
                            .map(Event::key)
                            .collect(Collectors.toSet());
            simulation.ledger().acknowledged().values().stream()
                    .filter(event -> event.resource().equals(reader.resource()))
                    .filter(event -> !shown.contains(event.key()))
                    .filter(event -> isAllowed(simulation, reader, event))
                    .map(event -> "reader %d skipped %s".formatted(reader.number(), event.id()))
                    .forEach(broken::add);
        }
        return broken;
    }

    private static boolean isAllowed(Simulation simulation, Reader reader, Event event) {
        return simulation
                .events()
                .find(event.key())
                .filter(
                        stored ->
                                new Permission(simulation.policy())
                                        .holds(
                                                reader.org(),
                                                event,
                                                stored.created(),
                                                simulation.world().now()))
                .isPresent();
    }
}
