package no.altinn.events.delivery;

import no.altinn.events.delivery.PushOutcome.Reason;
import no.altinn.events.event.Event;
import no.altinn.events.subscription.Interest;
import no.altinn.events.subscription.MatchSubscriptions;
import no.altinn.events.subscription.Mismatch;
import no.altinn.events.subscription.Subscription;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells who got an event, who did not, and why: what {@link NotPushed} logs while it happens, asked
 * for afterwards. A delivery is a fact; the reasons are those that hold now. Thread-safe.
 */
public final class ExplainPush {
    private final MatchSubscriptions matching;
    private final PushPolicy policy;
    private final DeliveryStore deliveries;

    /** Explains by the rules that the relay goes by. */
    public ExplainPush(MatchSubscriptions matching, PushPolicy policy, DeliveryStore deliveries) {
        this.matching = matching;
        this.policy = policy;
        this.deliveries = deliveries;
    }

    /**
     * What became of the event at each subscription, in the order given.
     *
     * @throws no.altinn.platform.client.Unavailable if a store cannot answer
     * @throws no.altinn.platform.register.RegisterUnavailable if Register is needed and cannot
     */
    public List<PushOutcome> of(Event event, List<Subscription> subscriptions) {
        Set<Integer> wanting =
                matching.matching(event).stream().map(Interest::id).collect(Collectors.toSet());
        PushPolicy.Verdict verdict =
                policy.on(
                                List.of(
                                        new PushPolicy.Question(
                                                event,
                                                subscriptions.stream()
                                                        .filter(one -> wanting.contains(one.id()))
                                                        .map(Subscription::consumer)
                                                        .toList())))
                        .get(0);
        return subscriptions.stream()
                .map(one -> started(event, one).orElseGet(() -> kept(event, one, wanting, verdict)))
                .toList();
    }

    private Optional<PushOutcome> started(Event event, Subscription subscription) {
        return deliveries
                .find(DeliveryKey.of(event.key(), subscription.id()))
                .map(
                        delivery ->
                                new PushOutcome(
                                        subscription,
                                        Reason.STARTED,
                                        Optional.of(delivery),
                                        words(delivery.state())));
    }

    /** Where an event is that no attempt brings to its consumer. */
    private static String words(DeliveryState state) {
        return switch (state.status()) {
            case READY -> "it waits until its consumer fetches it";
            case LOCKED -> "its consumer has fetched it";
            case DUE, HELD, DELIVERED, DEAD, CANCELLED -> "";
        };
    }

    private static PushOutcome kept(
            Event event,
            Subscription subscription,
            Set<Integer> wanting,
            PushPolicy.Verdict verdict) {
        if (!subscription.filters().resource().equalsIgnoreCase(event.resource())) {
            return PushOutcome.because(subscription, Reason.RESOURCE, "");
        }
        if (!subscription.isValidated()) {
            return PushOutcome.because(subscription, Reason.NOT_VALIDATED, "");
        }
        if (!wanting.contains(subscription.id())) {
            return Mismatch.of(event, subscription.filters())
                    .map(
                            it ->
                                    PushOutcome.because(
                                            subscription, reason(it.attribute()), it.words()))
                    // What is known of the subscriptions is some seconds old.
                    .orElseGet(() -> PushOutcome.because(subscription, Reason.NOT_RELAYED, ""));
        }
        String consumer = subscription.consumer();
        return switch (verdict.on(consumer)) {
            case PERMITTED -> PushOutcome.because(subscription, Reason.NOT_RELAYED, "");
            case DENIED ->
                    PushOutcome.because(
                            subscription, Reason.POLICY, NotPushed.refusal(event, consumer));
            case UNDECIDED -> PushOutcome.because(subscription, Reason.UNDECIDED, "");
        };
    }

    private static Reason reason(Mismatch.Attribute attribute) {
        return switch (attribute) {
            case TYPE -> Reason.TYPE;
            case SOURCE -> Reason.SOURCE;
            case SUBJECT -> Reason.SUBJECT;
            case ANY -> Reason.FILTER;
        };
    }
}
