package no.altinn.simulation.process;

import no.altinn.simulation.fault.Guard;
import no.altinn.simulation.time.Chance;

import java.time.Clock;
import java.util.UUID;

/**
 * What a process has of its own: a clock that differs from others, and chance.
 *
 * @param name the process's name
 * @param guard stands between the process and the rest
 */
public record Machine(String name, Clock clock, Guard guard, Chance chance) {
    /** The next identifier. */
    UUID uuid() {
        return new UUID(chance.nextLong(), chance.nextLong());
    }
}
