package no.altinn.bench.growth;

import java.util.List;
import java.util.function.LongSupplier;

/**
 * What is measured at one size.
 *
 * @param operations the same at each size
 * @param nanos the processor time up to now of the process that does them
 */
record Measured(List<Operation> operations, LongSupplier nanos) {
    /** Takes a turn of the operation at a place; gives the processor time of one, in µs. */
    double turn(int place) {
        return operations.get(place).turn(nanos);
    }

    /** Takes so many turns of each, and forgets what they cost. */
    void warmUp(int turns) {
        for (Operation operation : operations) {
            for (int turn = 0; turn < turns; turn++) {
                operation.turn(nanos);
            }
        }
    }
}
