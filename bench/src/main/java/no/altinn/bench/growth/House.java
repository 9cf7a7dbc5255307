package no.altinn.bench.growth;

import no.altinn.events.delivery.DeliveryNotice;
import no.altinn.events.event.Event;
import no.altinn.events.policy.EventSubjects;
import no.altinn.events.subscription.AddSubscription;
import no.altinn.events.subscription.Subscribe;
import no.altinn.events.subscription.SubscribePolicy;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.local.store.SqliteStores;
import no.altinn.platform.outbound.AddressRule;
import no.altinn.platform.outbound.EndPointRule;
import no.altinn.platform.pdp.Decision;
import no.altinn.platform.pdp.PolicyDecisionPoint;
import no.altinn.platform.register.Register;
import no.altinn.simulation.fault.FaultRates;
import no.altinn.simulation.fault.Faults;
import no.altinn.simulation.fault.Guard;
import no.altinn.simulation.outside.EmptyRegister;
import no.altinn.simulation.outside.Vault;
import no.altinn.simulation.process.EventsProcess;
import no.altinn.simulation.process.Machine;
import no.altinn.simulation.process.Ports;
import no.altinn.simulation.time.Chance;
import no.altinn.simulation.time.World;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * The use cases of the Events app over the stores of the local platform, with a policy that permits
 * everything and endpoints that take everything at once. Not thread-safe.
 */
final class House implements AutoCloseable {
    private static final int MOST_SUBSCRIPTIONS = 1_000;

    private final Size size;
    private final Clock clock = new SlowClock(Instant.now(Clock.systemUTC()));
    private final SqliteStores stores;
    private final Register register = new EmptyRegister();
    private final PolicyDecisionPoint policy =
            requests -> Collections.nCopies(requests.size(), new Decision.Permit(List.of()));
    private final Deque<DeliveryNotice> announced = new ArrayDeque<>();
    private final EventsProcess process;
    private int events;

    private House(Path folder, Size size) {
        this.size = size;
        this.stores = SqliteStores.open(folder, clock);
        Chance chance = new Chance(1);
        Guard guard =
                new Guard(
                        "growth",
                        new World(chance.branch()),
                        new Faults(FaultRates.NONE, chance.branch()),
                        () -> true,
                        () -> {});
        this.process =
                new EventsProcess(
                        new Machine("growth", clock, guard, chance), ports(), policy, policy);
    }

    /** Makes one in a folder, and fills its stores. */
    static House filled(Path folder, Size size) throws Exception {
        House house = new House(folder, size);
        try {
            new Filling(house.stores, house.clock, size).fill();
        } catch (Exception e) {
            house.close();
            throw e;
        }
        return house;
    }

    private Ports ports() {
        return new Ports(
                stores.events(),
                stores.subscriptions(),
                stores.deliveries(),
                stores.jobs(),
                stores.rates(),
                stores.log(),
                announced::addAll,
                stores.retries(),
                stores.validations(),
                policy,
                register,
                (request, timeout) -> WebhookReply.answered(200),
                stores.keyRecords(),
                new Vault());
    }

    Size size() {
        return size;
    }

    Clock clock() {
        return clock;
    }

    SqliteStores stores() {
        return stores;
    }

    Register register() {
        return register;
    }

    EventsProcess process() {
        return process;
    }

    /** Makes subscriptions. */
    Subscribe subscribe() {
        return new Subscribe(
                new AddSubscription(stores.subscriptions(), MOST_SUBSCRIPTIONS, clock),
                new SubscribePolicy(policy, new EventSubjects(register)),
                new EndPointRule(new AddressRule(false)),
                "apps.example",
                register,
                process.serving().signing().secrets(),
                process.serving().validation());
    }

    /** The id of an event that is not stored yet. */
    String newId() {
        events++;
        return "new" + events;
    }

    /** Stores an event that a subscription wants. */
    Event published(int subscription) {
        Event event = Stored.wanted(newId(), subscription);
        process.publish().accept(List.of(event));
        return event;
    }

    /** First attempts that are announced and not made. */
    Deque<DeliveryNotice> announced() {
        return announced;
    }

    @Override
    public void close() {
        stores.close();
    }
}
