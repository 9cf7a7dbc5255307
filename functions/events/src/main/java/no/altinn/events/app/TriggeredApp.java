package no.altinn.events.app;

import no.altinn.events.delivery.NotPushed;
import no.altinn.events.delivery.Recipients;
import no.altinn.events.delivery.RelayEvents;
import no.altinn.events.delivery.StartDeliveries;
import no.altinn.events.delivery.SweepDeliveries;
import no.altinn.events.delivery.SweepForgotten;
import no.altinn.events.delivery.SweepProbes;
import no.altinn.events.functions.TriggerFunctions;
import no.altinn.events.subscription.SweepValidations;
import no.altinn.events.subscription.ValidateSubscription;
import no.altinn.events.telemetry.MalformedNotices;
import no.altinn.events.telemetry.OldestMessages;
import no.altinn.events.telemetry.RelayLag;

import java.util.List;

/** The part of the composition root that the feed, the queues and the clock of the host start. */
final class TriggeredApp {
    private final SharedParts shared;
    private final ServedApp served;
    private final ValidateSubscription validation;
    private final RelayEvents relay;
    private final SweepForgotten sweep;

    TriggeredApp(SharedParts shared, ServedApp served, ValidateSubscription validation) {
        this.shared = shared;
        this.served = served;
        this.validation = validation;
        this.relay = relaying();
        this.sweep = sweeping();
    }

    private RelayEvents relaying() {
        Adapters adapters = shared.adapters();
        return new RelayEvents(
                new Recipients(
                        shared.matching(),
                        shared.pushPolicy(),
                        new NotPushed(shared.index()),
                        shared.calls(),
                        shared.clock()),
                adapters.events(),
                new StartDeliveries(
                        adapters.deliveries(),
                        adapters.outbound(),
                        adapters.queue(),
                        shared.lanes(),
                        shared.calls()),
                adapters.queue(),
                shared.lanes(),
                shared.log());
    }

    private SweepForgotten sweeping() {
        Adapters adapters = shared.adapters();
        return new SweepForgotten(
                new SweepDeliveries(
                        adapters.deliveries(), adapters.queue(), shared.lanes(), shared.clock()),
                new SweepValidations(
                        adapters.subscriptions(),
                        adapters.validations(),
                        shared.lanes(),
                        shared.clock()),
                new SweepProbes(adapters.subscriptions(), adapters.queue(), shared.lanes()));
    }

    /** Sends stored events on to their subscriptions. */
    RelayEvents relay() {
        return relay;
    }

    /** Finds forgotten work. */
    SweepForgotten sweep() {
        return sweep;
    }

    /** The classes whose functions triggers start. */
    List<Object> functions(ConsumersView view) {
        MalformedNotices notices = new MalformedNotices(shared.meter());
        return List.of(
                triggers(notices), shared.signing().keyFunctions(), view.jobTriggers(notices));
    }

    private TriggerFunctions triggers(MalformedNotices notices) {
        return new TriggerFunctions(
                relay,
                new RelayLag(shared.meter(), shared.clock()),
                notices,
                served.deliver(),
                sweep,
                new OldestMessages(shared.adapters().queueAges(), shared.meter()),
                validation,
                served.probe(),
                served.release(),
                shared.clock());
    }
}
