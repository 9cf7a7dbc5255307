package no.altinn.testing.cosmos;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** What is to go wrong: the next requests of a kind meet the faults in their order. Thread-safe. */
public final class Faults {
    private final Map<Operation, Queue<Fault>> faults = new EnumMap<>(Operation.class);

    /** Lets the next request of this kind meet a fault, after the faults that wait already. */
    public void next(Operation operation, Fault fault) {
        next(operation, 1, fault);
    }

    /** Lets as many requests of this kind meet a fault. */
    public synchronized void next(Operation operation, int times, Fault fault) {
        Queue<Fault> waiting = faults.computeIfAbsent(operation, unused -> new ArrayDeque<>());
        for (int i = 0; i < times; i++) {
            waiting.add(fault);
        }
    }

    /** Lets nothing go wrong any more. */
    public synchronized void clear() {
        faults.clear();
    }

    synchronized Optional<Fault> take(Operation operation) {
        return Optional.ofNullable(faults.get(operation)).map(Queue::poll);
    }
}
