package no.altinn.local.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.delivery.DueNow;
import no.altinn.events.delivery.RetryQueue;
import no.altinn.local.overview.Overview;
import no.altinn.local.web.Answers;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.Request;
import no.altinn.platform.json.Json;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The deliveries that wait and the newest ones, and attempts that are to be made now. Thread-safe.
 */
final class DeliveryEndpoints {
    /** How many deliveries are in each of the two lists. */
    static final int MOST_DELIVERIES = 50;

    private final DeliveryStore deliveries;
    private final Optional<Overview> overview;
    private final DueNow dueNow;
    private final Clock clock;

    DeliveryEndpoints(
            DeliveryStore deliveries, Optional<Overview> overview, DueNow dueNow, Clock clock) {
        this.deliveries = deliveries;
        this.overview = overview;
        this.dueNow = dueNow;
        this.clock = clock;
    }

    /** Those that wait are known in every backend; {@code listed} tells whether the others are. */
    Answer list(Request request) {
        ObjectNode json = Json.object().put("listed", overview.isPresent());
        add(
                json.putArray("waiting"),
                // No attempt waits for longer than the queue can hide its message.
                deliveries.dueBefore(
                        clock.instant().plus(RetryQueue.LONGEST_DELAY), MOST_DELIVERIES));
        add(
                json.putArray("newest"),
                overview.map(it -> it.deliveries(MOST_DELIVERIES)).orElse(List.of()));
        return Answers.json(json.toString());
    }

    private static void add(ArrayNode list, List<Delivery> some) {
        some.forEach(one -> list.add(DeskJson.of(one)));
    }

    /** 202 when the attempt was scheduled; 409 when the delivery waits for none. */
    Answer tryNow(Request request, Map<String, String> path) {
        Delivery delivery =
                deliveries
                        .find(new DeliveryKey(Numbers.of(path.get("subscription")), path.get("id")))
                        .orElseThrow(() -> Problem.of(404, "There is no such delivery."));
        if (!dueNow.bring(delivery)) {
            throw Problem.of(409, "The delivery waits for no attempt, or has just moved on.");
        }
        return Answer.empty(202);
    }
}
