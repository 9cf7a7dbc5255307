package no.altinn.simulation.process;

import no.altinn.events.delivery.PushPolicy;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.pull.FreeLocks;
import no.altinn.events.pull.LongPoll;
import no.altinn.events.pull.Permits;
import no.altinn.events.pull.ReceiveEvents;
import no.altinn.events.pull.SettleLocks;
import no.altinn.events.pull.TakeEvents;
import no.altinn.events.pull.Withdrawals;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.platform.concurrent.SideBySide;

/**
 * How consumers fetch events from one process.
 *
 * @param receive hands out events
 * @param settle takes the word of a receiver about an event that it got
 */
public record Pulling(ReceiveEvents receive, SettleLocks settle) {
    Pulling(
            Machine machine,
            Ports ports,
            SubscriptionIndex index,
            PushPolicy policy,
            BestEffortLog log,
            SideBySide calls) {
        this(
                new ReceiveEvents(
                        index,
                        new FreeLocks(ports.deliveries(), calls, () -> {}, log, machine.clock()),
                        new TakeEvents(
                                ports.deliveries(),
                                ports.events(),
                                new Permits(policy),
                                new Withdrawals(ports.deliveries(), log, machine.clock()),
                                calls,
                                machine.chance(),
                                machine.clock()),
                        new LongPoll(machine.guard()::pass, machine.clock())),
                new SettleLocks(ports.deliveries(), calls, machine.clock()));
    }
}
