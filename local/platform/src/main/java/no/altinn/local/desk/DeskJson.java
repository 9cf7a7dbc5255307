package no.altinn.local.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.delivery.Attempt;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.delivery.PushOutcome;
import no.altinn.events.event.Event;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.ValidationState;
import no.altinn.local.overview.RegisteredEvent;
import no.altinn.platform.json.Json;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/** What the start page reads. What is not there is left out. */
final class DeskJson {
    private DeskJson() {}

    /** The attributes of an event, and where it is kept; its data is not among them. */
    static ObjectNode of(RegisteredEvent registered) {
        Event event = registered.event();
        ObjectNode json =
                Json.object()
                        .put("registered", registered.registered().toString())
                        .put("id", event.id())
                        .put("type", event.type())
                        .put("source", event.source().toString())
                        .put("resource", event.resource())
                        .put("document", event.key().document());
        event.time().ifPresent(time -> json.put("time", time.toString()));
        event.subject().ifPresent(subject -> json.put("subject", subject));
        return json;
    }

    static ObjectNode of(Subscription subscription) {
        Filters filters = subscription.filters();
        ObjectNode json =
                Json.object()
                        .put("id", subscription.id())
                        .put("consumer", subscription.consumer())
                        .put("created", subscription.created().toString())
                        .put("resource", filters.resource())
                        .put("includeSubunits", filters.includeSubunits());
        subscription.endPoint().ifPresent(it -> json.put("endPoint", it.toString()));
        filters.source().map(URI::toString).ifPresent(source -> json.put("source", source));
        filters.subject().ifPresent(subject -> json.put("subject", subject));
        filters.alternativeSubject().ifPresent(it -> json.put("alternativeSubject", it));
        filters.type().ifPresent(type -> json.put("type", type));
        json.set("validation", subscription.validation().accept(new ValidationJson()));
        return json;
    }

    private static final class ValidationJson implements ValidationState.Visitor<ObjectNode> {
        @Override
        public ObjectNode pending(ValidationState.Pending state) {
            return state("pending")
                    .put("attempt", state.attempt())
                    .put("at", state.at().toString());
        }

        @Override
        public ObjectNode validated(ValidationState.Validated state) {
            return state("validated");
        }

        @Override
        public ObjectNode failed(ValidationState.Failed state) {
            return state("failed");
        }

        private static ObjectNode state(String name) {
            return Json.object().put("state", name);
        }
    }

    /** How far a delivery has come, with its last attempt and its last failed one. */
    static ObjectNode of(Delivery delivery) {
        ObjectNode json =
                Json.object()
                        .put("subscription", delivery.key().subscriptionId())
                        .put("id", delivery.key().id())
                        .put("eventId", delivery.eventId())
                        .put("resource", delivery.event().resource())
                        .put("created", delivery.created().toString())
                        .put("attempts", delivery.attempts().size());
        json.setAll(delivery.state().accept(new StateJson()));
        List<Attempt> attempts = delivery.attempts();
        if (!attempts.isEmpty()) {
            json.set("last", of(attempts.get(attempts.size() - 1)));
        }
        for (Attempt attempt : attempts) {
            if (!attempt.succeeded()) {
                json.set("lastFailure", of(attempt));
            }
        }
        return json;
    }

    private static final class StateJson implements DeliveryState.Visitor<ObjectNode> {
        private static ObjectNode state(DeliveryState state) {
            return Json.object()
                    .put("status", state.status().label())
                    .put("at", state.at().toString());
        }

        @Override
        public ObjectNode due(DeliveryState.Due state) {
            return state(state).put("attempt", state.attempt());
        }

        @Override
        public ObjectNode held(DeliveryState.Held state) {
            return state(state).put("attempt", state.attempt());
        }

        @Override
        public ObjectNode ready(DeliveryState.Ready state) {
            return state(state).put("attempt", state.attempt());
        }

        @Override
        public ObjectNode locked(DeliveryState.Locked state) {
            return state(state).put("attempt", state.attempt());
        }

        @Override
        public ObjectNode delivered(DeliveryState.Delivered state) {
            return state(state);
        }

        @Override
        public ObjectNode dead(DeliveryState.Dead state) {
            return state(state);
        }

        @Override
        public ObjectNode cancelled(DeliveryState.Cancelled state) {
            return state(state).put("reason", state.reason().label());
        }
    }

    private static ObjectNode of(Attempt attempt) {
        return Json.object()
                .put("number", attempt.number())
                .put("at", attempt.at().toString())
                .put("ms", attempt.duration().toMillis())
                .put("status", attempt.status())
                .put("reason", attempt.reason());
    }

    static ObjectNode of(PushOutcome outcome) {
        ObjectNode json =
                Json.object()
                        .put("reason", outcome.reason().name().toLowerCase(Locale.ROOT))
                        .put("words", outcome.words());
        json.set("subscription", of(outcome.subscription()));
        outcome.delivery().ifPresent(delivery -> json.set("delivery", of(delivery)));
        return json;
    }
}
