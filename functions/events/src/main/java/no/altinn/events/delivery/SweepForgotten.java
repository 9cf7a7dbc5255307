package no.altinn.events.delivery;

import no.altinn.events.subscription.SweepValidations;

import java.time.Instant;

/**
 * Finds deliveries and validations that were due and forgotten, and schedules them again.
 * Thread-safe.
 */
public final class SweepForgotten {
    private final SweepDeliveries deliveries;
    private final SweepValidations validations;

    public SweepForgotten(SweepDeliveries deliveries, SweepValidations validations) {
        this.deliveries = deliveries;
        this.validations = validations;
    }

    /**
     * Schedules what is overdue. Validations are swept even if the sweep of deliveries fails.
     *
     * @param before what has been due since before this counts as forgotten
     */
    public void sweep(Instant before) {
        try {
            deliveries.sweep(before);
        } finally {
            validations.sweep(before);
        }
    }
}
