package no.altinn.bench.growth;

import no.altinn.events.delivery.DeliverySearch;
import no.altinn.events.delivery.DeliveryStatus;
import no.altinn.events.delivery.OwnDeliveries;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStream;
import no.altinn.events.pull.ReceiveOrder;
import no.altinn.events.pull.ReceivedEvent;
import no.altinn.events.subscription.MatchSubscriptions;
import no.altinn.events.subscription.Subscribe;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.subscription.SubscriptionRequest;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.rest.record.Search;
import no.altinn.rest.record.Tables;
import no.altinn.simulation.outside.Callers;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The operations of a house, in the order of the table. */
final class Operations {
    private static final int TIMES = 100;
    private static final int FEW = 5;
    private static final int PAGE = 50;

    private final House house;
    private final AltinnToken token;
    private final Places places = new Places();

    private Operations(House house, Callers callers) {
        this.house = house;
        this.token = callers.org(Stored.ORG);
    }

    static List<Operation> of(House house, Callers callers) {
        Operations all = new Operations(house, callers);
        return List.of(
                new Operation("publish an event, to its acknowledgement", TIMES, all::publish),
                new Operation(
                        "page of 50 of a resource, after an event", TIMES, all::pageOfResource),
                new Operation("page of 50 of a party, after an event", TIMES, all::pageOfParty),
                all.matching(),
                all.interests(),
                all.relay(),
                all.push(),
                all.pull(),
                new Operation("a consumer's ten subscriptions", TIMES, all::subscriptions),
                all.subscribe(),
                new Operation("page of 50 deliveries, of any status", TIMES, all::deliveries),
                new Operation(
                        "page of deliveries that are due, of which there are none", FEW, all::due),
                new Operation("page of 50 of the delivery log", TIMES, all::log),
                new Operation("sweep with nothing forgotten", TIMES, all.house.process()::sweep),
                new Operation("page of 50 of a message box", TIMES, all::box));
    }

    private void publish() {
        house.process().publish().accept(token, List.of(Stored.other(house.newId())));
    }

    private void pageOfResource() {
        int place = places.next();
        page(Stored.ofResource(place), Stored.placeIn(place, false, house.size()));
    }

    private void pageOfParty() {
        int place = places.next();
        page(Stored.ofParty(place), Stored.placeIn(place, true, house.size()));
    }

    private void page(EventStream stream, String after) {
        require(
                PAGE,
                house.process()
                        .read()
                        .read(
                                token,
                                (caller, events) -> events,
                                new EventQuery(stream, List.of()),
                                after,
                                PAGE)
                        .events()
                        .size());
    }

    private Operation matching() {
        MatchSubscriptions match =
                new MatchSubscriptions(
                        new SubscriptionIndex(house.stores().subscriptions(), house.clock()),
                        house.register());
        Event event = Stored.wanted("any", Stored.PUSHED);
        return new Operation(
                "match an event with the subscriptions in memory",
                TIMES * 20,
                () -> require(1, match.matching(event).size()));
    }

    private Operation interests() {
        return new Operation(
                "read the subscriptions of a resource into memory, for each of them",
                Math.max(1, 2_000 / house.size().subscriptions()),
                house.size().subscriptions(),
                () -> {},
                () ->
                        Objects.requireNonNull(
                                new SubscriptionIndex(house.stores().subscriptions(), house.clock())
                                        .validatedFor(Stored.WANTED)));
    }

    private Operation relay() {
        Deque<Event> waiting = new ArrayDeque<>();
        return new Operation(
                "match and relay an event that one subscription wants",
                TIMES,
                () -> {
                    house.announced().clear();
                    for (int i = 0; i < TIMES; i++) {
                        waiting.add(house.published(Stored.PUSHED));
                    }
                },
                () -> house.process().relay(List.of(waiting.remove())));
    }

    private Operation push() {
        return new Operation(
                "push an event, with all that is written down",
                TIMES,
                () -> {
                    house.announced().clear();
                    publishAndRelay(Stored.PUSHED);
                },
                () -> house.process().deliver(house.announced().remove()));
    }

    private void publishAndRelay(int subscription) {
        for (int i = 0; i < TIMES; i++) {
            house.process().relay(List.of(house.published(subscription)));
        }
    }

    private Operation pull() {
        Subscription subscription =
                house.stores().subscriptions().find(Stored.PULLED).orElseThrow();
        ReceiveOrder order = new ReceiveOrder(1, Duration.ZERO, Duration.ofMinutes(1));
        return new Operation(
                "receive an event and acknowledge it",
                TIMES,
                () -> publishAndRelay(Stored.PULLED),
                () -> {
                    List<ReceivedEvent> got =
                            house.process().pulling().receive().receive(subscription, order);
                    require(1, got.size());
                    house.process()
                            .pulling()
                            .settle()
                            .acknowledge(subscription, List.of(got.get(0).lockToken()));
                });
    }

    private void subscriptions() {
        require(Stored.IN_USE, house.process().serving().own().of(token).size());
    }

    private Operation subscribe() {
        Subscribe subscribe = house.subscribe();
        SubscriptionRequest request =
                SubscriptionRequest.read(
                        """
                        {"deliveryMode": "pull", "resourceFilter": "urn:altinn:resource:added"}""");
        return new Operation(
                "subscribe, and remove the subscription",
                TIMES,
                () -> {
                    Subscription added = subscribe.subscribe(token, request);
                    house.process().serving().own().remove(token, added.id());
                });
    }

    private void deliveries() {
        require(PAGE, found(Stored.IDLE));
    }

    private void due() {
        require(0, found(Stored.IDLE, DeliveryStatus.DUE));
    }

    private int found(int subscription, DeliveryStatus... statuses) {
        return new OwnDeliveries(house.stores().deliveries(), house.stores().events())
                .search(
                        house.stores().subscriptions().find(subscription).orElseThrow(),
                        DeliverySearch.newest(subscription, statuses),
                        Optional.empty(),
                        PAGE)
                .size();
    }

    private void log() {
        require(PAGE, house.stores().log().ofSubscription(Stored.IDLE, PAGE).size());
    }

    private void box() {
        Search.Order order =
                new Search.Order("lastChanged", true, Optional.empty(), Optional.empty());
        Search search =
                Search.in(Integer.toString(Stored.PARTY))
                        .with("state", Set.of("letter", "open", "archive"))
                        .by(order)
                        .page(0, PAGE);
        require(PAGE, house.stores().entries().of(Tables.MESSAGES).search(search).size());
    }

    /** What finds less than it should is not what is to be measured. */
    private static void require(int expected, int found) {
        if (found != expected) {
            throw new IllegalStateException("Found %d, not %d".formatted(found, expected));
        }
    }
}
