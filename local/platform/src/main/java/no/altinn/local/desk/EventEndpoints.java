package no.altinn.local.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.delivery.ExplainPush;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventKey;
import no.altinn.events.event.EventStore;
import no.altinn.local.overview.Overview;
import no.altinn.local.web.Answers;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.Request;
import no.altinn.platform.json.Json;

import java.util.Locale;
import java.util.Optional;

/** The newest events, and of each who got it. Thread-safe. */
final class EventEndpoints {
    /** How many events are listed. */
    static final int MOST_EVENTS = 50;

    /** At how many subscriptions it is told what became of an event. */
    static final int MOST_OUTCOMES = 100;

    private final EventStore events;
    private final Optional<Overview> overview;
    private final ExplainPush explain;

    EventEndpoints(EventStore events, Optional<Overview> overview, ExplainPush explain) {
        this.events = events;
        this.overview = overview;
        this.explain = explain;
    }

    /** {@code listed} is false where the backend cannot list events. */
    Answer list(Request request) {
        ObjectNode json = Json.object().put("listed", overview.isPresent());
        ArrayNode list = json.putArray("events");
        overview.ifPresent(it -> it.events(MOST_EVENTS).forEach(one -> list.add(DeskJson.of(one))));
        return Answers.json(json.toString());
    }

    /** An event's exact text, and what became of it at the subscriptions. */
    Answer one(Request request) {
        Event event =
                events.find(
                                new EventKey(
                                        required(request, "resource"),
                                        required(request, "document")))
                        .orElseThrow(
                                () ->
                                        Problem.of(
                                                404,
                                                "There is no such event, or it has been erased."));
        ObjectNode json =
                Json.object().put("event", event.json()).put("listed", overview.isPresent());
        ArrayNode outcomes = json.putArray("outcomes");
        overview.ifPresent(
                it ->
                        explain.of(
                                        event,
                                        it.subscriptionsNear(
                                                event.resource().toLowerCase(Locale.ROOT),
                                                MOST_OUTCOMES))
                                .forEach(outcome -> outcomes.add(DeskJson.of(outcome))));
        return Answers.json(json.toString());
    }

    private static String required(Request request, String name) {
        return request.query()
                .first(name)
                .orElseThrow(
                        () -> Problem.badRequest("The parameter '%s' is missing.".formatted(name)));
    }
}
