package no.altinn.events.app;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;

import io.opentelemetry.api.OpenTelemetry;

import no.altinn.events.delivery.DueNow;
import no.altinn.events.delivery.ExplainPush;
import no.altinn.events.delivery.SweepForgotten;
import no.altinn.events.subscription.ValidateSubscription;
import no.altinn.events.subscription.ValidationLifecycle;
import no.altinn.events.webhook.places.Concurrency;
import no.altinn.platform.app.FunctionInstances;
import no.altinn.platform.start.WarmUp;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The Events app's composition root: every object is made here, once, and given what it needs. */
public final class EventsApp implements FunctionInstanceInjector {
    /** The name that the app's spans and measures are recorded under. */
    static final String SCOPE = "no.altinn.events";

    /** The pause between two turns of {@link #upkeep}. */
    public static final Duration UPKEEP = Duration.ofSeconds(30);

    private final SharedParts shared;
    private final ValidateSubscription validation;
    private final SweepForgotten sweep;
    private final FunctionInstances functions;

    /**
     * Makes the app; no connection is opened before the first call.
     *
     * @param concurrency how many calls of endpoints the host can run at once
     */
    public EventsApp(
            EventsSettings settings,
            Adapters stores,
            Concurrency concurrency,
            OpenTelemetry telemetry,
            Clock clock) {
        this.shared = SharedParts.of(settings, stores, concurrency, telemetry, clock);
        this.validation = validation();
        ServedApp served = new ServedApp(shared);
        ConsumersView view = new ConsumersView(shared);
        TriggeredApp triggered = new TriggeredApp(shared, served, validation);
        AnsweringApp answering =
                new AnsweringApp(shared, served, view, validation, triggered.relay());
        this.sweep = triggered.sweep();
        this.functions =
                FunctionInstances.of(
                        Stream.of(answering.functions(), triggered.functions(view))
                                .flatMap(List::stream)
                                .toArray());
    }

    private ValidateSubscription validation() {
        Adapters adapters = shared.adapters();
        return new ValidateSubscription(
                new ValidationLifecycle(
                        adapters.subscriptions(),
                        shared.index(),
                        adapters.validations(),
                        shared.clock()),
                shared.endPointEvents(),
                shared.signing().requests(),
                shared.caller(),
                shared.log(),
                shared.clock());
    }

    /**
     * Begins, beside the start, what the first call of a site would wait for. Each site gets its
     * own needs ready, because all share the few processors of an instance that starts.
     */
    public void warmUp(WarmUp warmUp, Site site) {
        if (site.answersRequests()) {
            warmUp.begin("Reading the keys of tokens", shared.authentication()::warmUp);
            warmUp.beginLater("Reading the keys of cursors", shared.adapters().cursorKeys()::inUse);
            warmUp.beginLater("Reading the app's own keys", this::ownKeys);
        } else {
            warmUp.begin("Reading the app's own keys", this::ownKeys);
        }
    }

    /** Reads the app's own keys, which sign for webhooks and for calls of Register. */
    private void ownKeys() {
        shared.signing().warmUp();
        Objects.requireNonNull(shared.adapters().platformAccessToken().get());
    }

    /**
     * Writes down what has waited in this process for long. Each process calls it from time to
     * time: a timer of the host would fire in one of them alone, and in no process of the API.
     */
    public void upkeep() {
        shared.counted().writeOld();
    }

    /** Writes down what only this process knows, for a host that is about to end. */
    public void close() {
        shared.counted().writeAll();
    }

    /** Finds forgotten work, for a host that knows when the process before has ended. */
    public SweepForgotten sweep() {
        return sweep;
    }

    /** Tells who got an event and who did not, for a host with a page for its developer. */
    public ExplainPush explainPush() {
        return new ExplainPush(
                shared.matching(), shared.pushPolicy(), shared.adapters().deliveries());
    }

    /** Brings attempts of deliveries forward, for a host with a page for its developer. */
    public DueNow dueNow() {
        return new DueNow(
                shared.adapters().deliveries(), shared.adapters().queue(), shared.clock());
    }

    /** Begins validations again, for a host with a page for its developer. */
    public ValidateSubscription validations() {
        return validation;
    }

    /** Forgets the remembered decisions, for a host that knows when policies have changed. */
    public void forgetDecisions() {
        shared.decisions().forget();
    }

    /** Forgets the remembered parties, for a host that knows when they have changed. */
    public void forgetParties() {
        shared.register().forget();
    }

    /**
     * The one instance of a function class.
     *
     * @throws IllegalArgumentException if this app has no such class
     */
    @Override
    public <T> T getInstance(Class<T> functionClass) {
        return functions.getInstance(functionClass);
    }
}
