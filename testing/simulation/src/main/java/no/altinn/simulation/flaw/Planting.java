package no.altinn.simulation.flaw;

import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliverySearch;
import no.altinn.events.delivery.DeliveryStatus;
import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.delivery.Retry;
import no.altinn.events.delivery.RetryQueue;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventStore;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.pdp.Attribute;
import no.altinn.platform.pdp.AttributeId;
import no.altinn.platform.pdp.Decision;
import no.altinn.platform.pdp.DecisionRequest;
import no.altinn.platform.pdp.PolicyDecisionPoint;
import no.altinn.simulation.process.Ports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Plants a bug into the ports of one process. Not thread-safe. */
public final class Planting {
    private final PlantedBug bug;
    private final Consumer<Runnable> later;
    private final Map<String, Decision> remembered = new HashMap<>();

    /**
     * Plants a bug.
     *
     * @param later runs work after the current call, if the process still lives then
     */
    public Planting(PlantedBug bug, Consumer<Runnable> later) {
        this.bug = bug;
        this.later = later;
    }

    /** The ports with the bug. */
    public Ports in(Ports ports) {
        return switch (bug) {
            case LOST_RETRY -> ports.with(queue(ports.queue(), Planting::isRelayAgain));
            case RELEASE_LOOKS_ONCE -> ports.with(queue(ports.queue(), Planting::isSecondLook));
            case EARLY_ACKNOWLEDGEMENT -> ports.with(early(ports.events()));
            case DROPPED_BATCH -> ports.with(taking(ports.deliveries(), "create", List.of()));
            case WORD_NOT_WRITTEN -> ports.with(taking(ports.deliveries(), "conclude", true));
            case STUCK_LOCKS -> ports.with(withoutLocks(ports.deliveries()));
            case KEY_WITHOUT_SUBSCRIPTION -> ports.with(onePerEvent(ports.deliveries()));
            case SWEEP_FINDS_NOTHING ->
                    ports.with(
                            Altered.port(
                                    DeliveryStore.class,
                                    ports.deliveries(),
                                    "dueBefore",
                                    (arguments, usual) -> List.of()));
            default -> ports;
        };
    }

    /** The decisions of a process with the bug. */
    public PolicyDecisionPoint in(PolicyDecisionPoint decisions) {
        return switch (bug) {
            case CACHE_WITHOUT_SUBJECT ->
                    remembering(decisions, request -> request.subject() + org(request));
            case ENDLESS_PERMIT -> remembering(decisions, DecisionRequest::toString);
            default -> decisions;
        };
    }

    /** The decisions about held and replayed events, with the bug. */
    public PolicyDecisionPoint again(PolicyDecisionPoint decisions) {
        return bug == PlantedBug.ASKED_ONCE
                ? requests -> requests.stream().map(request -> Decision.permit()).toList()
                : decisions;
    }

    private static String org(DecisionRequest request) {
        return request.action()
                + request.resource().stream()
                        .filter(Attribute::decisive)
                        .filter(one -> !one.id().equals(AttributeId.PARTY_ID))
                        .toList()
                        .toString();
    }

    private PolicyDecisionPoint remembering(
            PolicyDecisionPoint decisions,
            java.util.function.Function<DecisionRequest, String> key) {
        return requests ->
                requests.stream()
                        .map(
                                request -> {
                                    Decision known = remembered.get(key.apply(request));
                                    Decision made =
                                            known == null
                                                    ? decisions.decide(List.of(request)).get(0)
                                                    : known;
                                    if (made.permits()) {
                                        remembered.put(key.apply(request), made);
                                    }
                                    return made;
                                })
                        .toList();
    }

    private static boolean isRelayAgain(Retry retry) {
        return retry instanceof Retry.OfRelay relay && relay.attempt() > 0;
    }

    private static boolean isSecondLook(Retry retry) {
        return retry instanceof Retry.OfRelease release
                && release.look() != Retry.OfRelease.Look.NOW;
    }

    private static RetryQueue queue(
            RetryQueue queue, java.util.function.Predicate<Retry> forgotten) {
        return (retry, delay) -> {
            if (!forgotten.test(retry)) {
                queue.schedule(retry, delay);
            }
        };
    }

    private EventStore early(EventStore events) {
        return Altered.port(
                EventStore.class,
                events,
                "append",
                (arguments, usual) -> {
                    List<Event> appended =
                            ((List<?>) arguments[0]).stream().map(Event.class::cast).toList();
                    later.accept(() -> events.append(appended));
                    return null;
                });
    }

    private static DeliveryStore taking(DeliveryStore deliveries, String method, Object answer) {
        return Altered.port(
                DeliveryStore.class,
                deliveries,
                method,
                (arguments, usual) -> {
                    try {
                        return usual.get();
                    } catch (Unavailable e) {
                        return answer;
                    }
                });
    }

    private static DeliveryStore withoutLocks(DeliveryStore deliveries) {
        return Altered.port(
                DeliveryStore.class,
                deliveries,
                "search",
                (arguments, usual) ->
                        ((DeliverySearch) arguments[0]).statuses().contains(DeliveryStatus.LOCKED)
                                ? List.of()
                                : usual.get());
    }

    private static DeliveryStore onePerEvent(DeliveryStore deliveries) {
        return Altered.port(
                DeliveryStore.class,
                deliveries,
                "create",
                (arguments, usual) -> {
                    Set<Object> events = new HashSet<>();
                    return deliveries.create(
                            ((List<?>) arguments[0])
                                    .stream()
                                            .map(Delivery.class::cast)
                                            .filter(one -> events.add(one.event()))
                                            .toList());
                });
    }
}
