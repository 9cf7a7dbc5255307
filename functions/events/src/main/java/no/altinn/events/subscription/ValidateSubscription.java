package no.altinn.events.subscription;

import no.altinn.events.log.Activity;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.log.LogEntry;
import no.altinn.events.webhook.AllowedRate;
import no.altinn.events.webhook.EndPointAttempt;
import no.altinn.events.webhook.EndPointCall;
import no.altinn.events.webhook.EndPointCaller;
import no.altinn.events.webhook.NextCall;
import no.altinn.events.webhook.WebhookRequest;
import no.altinn.events.webhook.places.Addressee;
import no.altinn.events.webhook.places.CallKind;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Asks new subscriptions' endpoints whether they want to be called, again and again for some
 * minutes. Thread-safe.
 */
public final class ValidateSubscription {
    private static final Logger LOG = LoggerFactory.getLogger(ValidateSubscription.class);

    private final ValidationLifecycle lifecycle;
    private final EndPointEvents events;
    private final EndPointRequests requests;
    private final EndPointCaller caller;
    private final BestEffortLog log;
    private final Clock clock;

    public ValidateSubscription(
            ValidationLifecycle lifecycle,
            EndPointEvents events,
            EndPointRequests requests,
            EndPointCaller caller,
            BestEffortLog log,
            Clock clock) {
        this.lifecycle = lifecycle;
        this.events = events;
        this.requests = requests;
        this.caller = caller;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Begins, or begins again; the endpoint is called soon, not now. A subscription without an
     * endpoint stays as it is.
     */
    public Subscription start(Subscription subscription) {
        return subscription.isPulled() ? subscription : lifecycle.start(subscription);
    }

    /** Calls the endpoint, if the subscription still waits for this very try. */
    public void attempt(int subscriptionId, int attempt) {
        lifecycle
                .pending(subscriptionId, attempt)
                .filter(subscription -> !subscription.isPulled())
                .ifPresent(
                        subscription ->
                                caller.make(new Try(subscription, attempt), CallKind.VALIDATION));
    }

    /**
     * Sets a subscription validated.
     *
     * @return the subscription; empty when there is none with this id
     */
    public Optional<Subscription> markValidated(int subscriptionId) {
        return lifecycle.succeed(subscriptionId, OptionalInt.empty());
    }

    /** One try of an endpoint. A second try at the same time does no harm, so none is claimed. */
    private final class Try implements EndPointAttempt, EndPointAttempt.Claimed {
        private final Subscription subscription;
        private final int number;
        // A try is made by one thread.
        private NextCall next = NextCall.UNKNOWN;
        private boolean isOpen = true;

        Try(Subscription subscription, int number) {
            this.subscription = subscription;
            this.number = number;
        }

        @Override
        public Optional<Claimed> claim() {
            return Optional.of(this);
        }

        @Override
        public void postpone(Duration wait) {
            lifecycle.postpone(subscription, number, wait);
        }

        @Override
        public Addressee addressee() {
            return subscription.addressee();
        }

        @Override
        public WebhookRequest request(Instant start) {
            UUID id = events.newId();
            return requests.of(
                    subscription,
                    subscription.key(),
                    "validation_" + id,
                    start,
                    events.validation(subscription, id));
        }

        @Override
        public void succeed(EndPointCall call) {
            lifecycle.succeed(subscription.id(), AllowedRate.of(call.reply()));
            isOpen = false;
            next = NextCall.NONE;
            append(Activity.ENDPOINT_VALIDATION_SUCCESS, call);
        }

        @Override
        public void fail(EndPointCall call) {
            Optional<ValidationState> state = lifecycle.fail(subscription, number);
            // The call that came first may have validated it.
            isOpen = state.isPresent();
            next = state.map(Try::following).orElse(NextCall.OVERTAKEN);
            append(Activity.ENDPOINT_VALIDATION_FAILED, call);
        }

        private static NextCall following(ValidationState state) {
            return state instanceof ValidationState.Pending pending
                    ? NextCall.at(pending.at())
                    : NextCall.GIVEN_UP;
        }

        @Override
        public void log(EndPointCall call) {
            LOG.info(
                    "validation subscription={} attempt={} {} ms={}{}{}",
                    subscription.id(),
                    number,
                    call.reply().inWords(),
                    call.duration().toMillis(),
                    next,
                    isOpen ? " (no event is pushed before it is validated)" : "");
        }

        private void append(Activity activity, EndPointCall call) {
            log.append(
                    LogEntry.of(activity, clock.instant())
                            .resource(subscription.filters().resource())
                            .subscriptionId(subscription.id())
                            .consumer(subscription.consumer())
                            .endpoint(subscription.addressee().endPoint().toString())
                            .status(call.reply().status())
                            .build());
        }
    }
}
