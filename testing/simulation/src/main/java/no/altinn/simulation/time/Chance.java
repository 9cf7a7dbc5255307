package no.altinn.simulation.time;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The only source of chance in a schedule: the same seed gives the same numbers in the same order.
 * Not thread-safe.
 */
public final class Chance implements RandomGenerator {
    private final SplittableRandom random;

    /** Chance that depends on this seed alone. */
    public Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A stream of its own: draws from it change no draw from this one. */
    public Chance branch() {
        return new Chance(random.nextLong());
    }

    @Override
    public long nextLong() {
        return random.nextLong();
    }

    /** Whether something of this probability happens, 0 to 1; 0 draws nothing. */
    public boolean hits(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    /** A duration from the first to the last, to the millisecond. */
    public Duration between(Duration first, Duration last) {
        return Duration.ofMillis(random.nextLong(first.toMillis(), last.toMillis() + 1));
    }

    /** A duration up to this, to the millisecond; short ones are likelier. */
    public Duration upTo(Duration longest) {
        double share = random.nextDouble();
        return Duration.ofMillis((long) (longest.toMillis() * share * share));
    }

    /** One of these; there is at least one. */
    public <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
