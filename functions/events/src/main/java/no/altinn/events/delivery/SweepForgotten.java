package no.altinn.events.delivery;

import no.altinn.events.subscription.SweepValidations;
import no.altinn.platform.concurrent.InTurn;

import java.time.Instant;

/**
 * Finds deliveries, validations and probes that were due and forgotten, and schedules them again.
 * Thread-safe.
 */
public final class SweepForgotten {
    private final SweepDeliveries deliveries;
    private final SweepValidations validations;
    private final SweepProbes probes;

    public SweepForgotten(
            SweepDeliveries deliveries, SweepValidations validations, SweepProbes probes) {
        this.deliveries = deliveries;
        this.validations = validations;
        this.probes = probes;
    }

    /**
     * Schedules what is overdue. A sweep that fails does not keep the others from being made.
     *
     * @param before what has been due since before this counts as forgotten
     * @throws RuntimeException the first failure, after the others have been made
     */
    public void sweep(Instant before) {
        InTurn.all(
                () -> deliveries.sweep(before),
                () -> validations.sweep(before),
                () -> probes.sweep(before));
    }
}
