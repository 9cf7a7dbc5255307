package no.altinn.bench.growth;

import java.util.function.LongSupplier;

/**
 * What is measured.
 *
 * @param name as the table shows it
 * @param times how often it is done in a turn
 * @param pieces by how many its time is divided besides, 1 if it is not
 * @param prepare makes ready what so many of it need; not measured
 * @param once does it
 */
record Operation(String name, int times, int pieces, Runnable prepare, Runnable once) {
    Operation(String name, int times, Runnable once) {
        this(name, times, 1, () -> {}, once);
    }

    Operation(String name, int times, Runnable prepare, Runnable once) {
        this(name, times, 1, prepare, once);
    }

    /**
     * Takes a turn.
     *
     * @param nanos the processor time up to now of the process that does it
     * @return the processor time of one, in microseconds
     */
    double turn(LongSupplier nanos) {
        prepare.run();
        long before = nanos.getAsLong();
        for (int i = 0; i < times; i++) {
            once.run();
        }
        return (nanos.getAsLong() - before) / 1_000.0 / times / pieces;
    }
}
