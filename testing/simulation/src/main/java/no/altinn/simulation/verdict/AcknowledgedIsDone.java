package no.altinn.simulation.verdict;

import no.altinn.events.delivery.CancelReason;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryState.Cancelled;
import no.altinn.events.delivery.DeliveryState.Delivered;
import no.altinn.simulation.schedule.Ledger;
import no.altinn.simulation.schedule.Simulation;

import java.util.ArrayList;
import java.util.List;

/** An event that its receiver has acknowledged is not handed out again, unless its owner asks. */
final class AcknowledgedIsDone implements Invariant {
    @Override
    public String sentence() {
        return "an acknowledged event is not handed out again";
    }

    @Override
    public List<String> broken(Simulation simulation) {
        List<String> broken = new ArrayList<>();
        for (Ledger.Settled one : simulation.ledger().settled()) {
            DeliveryKey key = DeliveryKey.of(one.event().key(), one.subscription());
            Delivery delivery = simulation.deliveries().find(key).orElseThrow();
            if (!one.word().equals("acknowledged") || delivery.round().number() > 0) {
                continue;
            }
            if (!hasEnded(delivery)) {
                broken.add(one.event().id() + " was acknowledged and is " + delivery.state());
            }
            simulation.ledger().fetched().stream()
                    .filter(fetched -> fetched.subscription() == one.subscription())
                    .filter(fetched -> fetched.event().key().equals(one.event().key()))
                    .filter(fetched -> fetched.at().isAfter(one.at()))
                    .forEach(fetched -> broken.add(fetched + " after " + one.at()));
        }
        return broken;
    }

    /** A replay that the policy denies ends a delivery anew, in the same round. */
    private static boolean hasEnded(Delivery delivery) {
        return delivery.state() instanceof Delivered
                || (delivery.state() instanceof Cancelled cancelled
                        && cancelled.reason() == CancelReason.NOT_PERMITTED);
    }
}
