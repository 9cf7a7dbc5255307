package no.altinn.acceptance.portal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Deliveries in every status, and texts that receivers and publishers wrote to do harm. Guarded by
 * the stub that holds them.
 */
final class CannedDeliveries {
    /** Runs, if a page ever takes it for markup, and turns the text after it around. */
    static final String HOSTILE =
            "<script>document.title='broken'</script>"
                    + "<img src=x onerror=\"document.title='broken'\">\u202Egpj.exe\u0007";

    /** The delivery whose texts are hostile. */
    static final String HOSTILE_DELIVERY = "h".repeat(43);

    /** The delivery that failed for good, with attempts of every kind of error. */
    static final String DEAD_DELIVERY = "d".repeat(43);

    private final Instant now;
    private final Map<String, ObjectNode> deliveries = new LinkedHashMap<>();

    CannedDeliveries(Instant now) {
        this.now = now;
        for (String status :
                new String[] {"due", "delivered", "held", "ready", "locked", "cancelled"}) {
            delivered(idOf(status), status).put("eventId", "event-" + status);
        }
        deliveries.get(idOf("cancelled")).put("reason", "not-permitted");
        dead();
        hostile();
    }

    /** The id of the delivery that is in a status: 43 characters, as all ids. */
    static String idOf(String status) {
        return status + "x".repeat(43 - status.length());
    }

    private String ago(Duration age) {
        return now.minus(age).toString();
    }

    private ObjectNode delivered(String id, String status) {
        ObjectNode one =
                Json.object()
                        .put("id", id)
                        .put("eventId", "event-" + id)
                        .put("type", "parking.permit.granted")
                        .put("resource", "urn:altinn:resource:ttd-parking")
                        .put("created", ago(Duration.ofMinutes(90)))
                        .put("status", status)
                        .put("attemptCount", status.equals("delivered") ? 1 : 0);
        if (status.equals("due")) {
            one.put("nextAttempt", now.plus(Duration.ofMinutes(10)).toString());
        }
        if (status.equals("delivered")) {
            one.put("lastStatus", 200);
            attempt(one, 1).put("status", 200);
        }
        deliveries.put(id, one);
        return one;
    }

    private ObjectNode attempt(ObjectNode delivery, int number) {
        return delivery.withArray("attempts")
                .addObject()
                .put("number", number)
                .put("at", ago(Duration.ofMinutes(80L - number)))
                .put("durationMs", 40 * number)
                .put("trigger", number == 1 ? "schedule" : "retry");
    }

    private void dead() {
        ObjectNode dead = delivered(DEAD_DELIVERY, "dead").put("lastErrorKind", "status");
        dead.put("lastStatus", 503).put("attemptCount", 12).put("eventId", "event-dead");
        int number = 1;
        for (String kind : new String[] {"dns", "connect", "tls", "timeout", "cut"}) {
            attempt(dead, number++).put("errorKind", kind).put("error", kind + " failed");
        }
        attempt(dead, number)
                .put("status", 503)
                .put("errorKind", "status")
                .put("error", "503")
                .putObject("response")
                .put("contentType", "application/json")
                .put("text", "{\"message\":\"the database is away\"}")
                .put("truncated", true);
    }

    private void hostile() {
        ObjectNode one = delivered(HOSTILE_DELIVERY, "dead").put("eventId", HOSTILE);
        one.put("type", HOSTILE).put("resource", HOSTILE + "y".repeat(600)).put("lastStatus", 500);
        attempt(one, 1)
                .put("status", 500)
                .put("errorKind", "status")
                .put("error", HOSTILE)
                .putObject("response")
                .put("contentType", "text/html" + HOSTILE)
                .put("text", HOSTILE + "\n" + "z".repeat(900))
                .put("truncated", false);
    }

    /** Two pages, if nothing is chosen. */
    ObjectNode list(String status, boolean isSecondPage) {
        ObjectNode list = Json.object();
        ArrayNode items = list.putArray("deliveries");
        deliveries.values().stream()
                .filter(one -> status.isEmpty() || one.path("status").asText().equals(status))
                .skip(isSecondPage ? 7 : 0)
                .limit(7)
                .map(ObjectNode::deepCopy)
                .forEach(
                        one -> {
                            one.remove("attempts");
                            items.add(one);
                        });
        return list;
    }

    ObjectNode find(String id) {
        return deliveries.get(id);
    }

    void clear() {
        deliveries.clear();
    }
}
