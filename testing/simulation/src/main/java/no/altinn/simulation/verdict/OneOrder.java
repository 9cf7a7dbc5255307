package no.altinn.simulation.verdict;

import no.altinn.events.event.EventKey;
import no.altinn.simulation.schedule.Ledger;
import no.altinn.simulation.schedule.Reader;
import no.altinn.simulation.schedule.Simulation;
import no.altinn.simulation.store.EventRecord;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every reader meets events in one order, and an event twice only if it has taken a new place. */
final class OneOrder implements Invariant {
    @Override
    public String sentence() {
        return "every reader meets events in one order, each once";
    }

    @Override
    public List<String> broken(Simulation simulation) {
        List<String> broken = new ArrayList<>();
        for (Reader reader : simulation.readers()) {
            look(reader, simulation, broken);
        }
        return broken;
    }

    private static void look(Reader reader, Simulation simulation, List<String> broken) {
        String last = "";
        Set<EventKey> seen = new HashSet<>();
        for (Ledger.Shown shown : simulation.ledger().shown()) {
            EventRecord stored = simulation.events().find(shown.event().key()).orElseThrow();
            if (shown.reader() != reader.number() || stored.isStampedAgain()) {
                continue;
            }
            if (!seen.add(shown.event().key())) {
                broken.add("reader %d met %s twice".formatted(reader.number(), shown.event().id()));
            } else if (stored.stamp().compareTo(last) < 0) {
                broken.add(
                        "reader %d met %s after a later one"
                                .formatted(reader.number(), shown.event().id()));
            }
            last = stored.stamp().compareTo(last) > 0 ? stored.stamp() : last;
        }
    }
}
