package no.altinn.local.desk;

import no.altinn.events.delivery.DueNow;
import no.altinn.events.delivery.ExplainPush;
import no.altinn.events.subscription.Subscription;
import no.altinn.local.backend.Backend;
import no.altinn.local.web.Endpoint;
import no.altinn.local.web.Endpoints;
import no.altinn.local.web.OwnPages;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.Request;

import org.eclipse.jetty.server.Handler;

import java.time.Clock;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the start page asks of the Events app, under {@code /local/}: lists with bounds, why an
 * event reached whom, and attempts that are to be made now. For the platform's own pages alone.
 */
public final class Desk {
    private Desk() {}

    /**
     * Serves it over a backend.
     *
     * @param explain tells who got an event
     * @param dueNow brings attempts forward
     * @param validate begins a validation again
     */
    public static Handler handler(
            Backend backend,
            ExplainPush explain,
            DueNow dueNow,
            Consumer<Subscription> validate,
            Clock clock) {
        EventEndpoints events = new EventEndpoints(backend.events(), backend.overview(), explain);
        SubscriptionEndpoints subscriptions =
                new SubscriptionEndpoints(backend.subscriptions(), backend.overview(), validate);
        DeliveryEndpoints deliveries =
                new DeliveryEndpoints(backend.deliveries(), backend.overview(), dueNow, clock);
        return Endpoints.builder()
                .get("/local/events", own(events::list))
                .get("/local/event", own(events::one))
                .get("/local/subscriptions", own(subscriptions::list))
                .route("POST", "/local/subscriptions/{id}/try", own(subscriptions::tryNow))
                .get("/local/deliveries", own(deliveries::list))
                .route("POST", "/local/deliveries/{subscription}/{id}/try", own(deliveries::tryNow))
                .build();
    }

    private static Endpoint own(Endpoint endpoint) {
        return OwnPages.only((Endpoint) request -> answer(() -> endpoint.answer(request)));
    }

    private static BiFunction<Request, Map<String, String>, Answer> own(
            BiFunction<Request, Map<String, String>, Answer> endpoint) {
        return OwnPages.only(
                (BiFunction<Request, Map<String, String>, Answer>)
                        (request, path) -> answer(() -> endpoint.apply(request, path)));
    }

    private static Answer answer(Supplier<Answer> endpoint) {
        try {
            return endpoint.get();
        } catch (Unavailable e) {
            throw Problem.of(503, "A store or service cannot answer now.");
        }
    }
}
