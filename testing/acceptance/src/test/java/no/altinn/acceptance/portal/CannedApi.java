package no.altinn.acceptance.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an Events API might know: subscriptions in every state with their deliveries, figures, jobs
 * and keys. Guarded by the stub that holds it.
 */
final class CannedApi {
    static final String SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private final Instant now;
    private final Map<Integer, ObjectNode> subscriptions = new LinkedHashMap<>();
    private final CannedDeliveries deliveries;
    private final Map<String, ObjectNode> jobs = new LinkedHashMap<>();
    private final Map<String, String> keys = new HashMap<>();

    CannedApi(Instant now) {
        this.now = now;
        this.deliveries = new CannedDeliveries(now);
        keys.put("scheme", "v1");
        subscribed(17).put("validated", true);
        subscribed(18)
                .put("validated", true)
                .put("state", "paused")
                .put("reason", "failing")
                .put("since", ago(Duration.ofHours(3)))
                .put("typeFilter", "parking.permit.granted")
                .put("ratePerMinute", 600);
        subscribed(19).put("validated", true).put("state", "paused").put("reason", "owner");
        subscribed(20).put("validated", false).put("state", "stopped");
        subscribed(21).put("validated", false).put("subjectFilter", "/party/50000001");
        ObjectNode pull = subscribed(22).put("validated", true).put("deliveryMode", "pull");
        pull.remove("endPoint");
        pull.putArray("filters").addObject().putObject("prefix").put("type", "parking.");
        subscribed(23)
                .put("validated", true)
                .put("resourceFilter", "urn:altinn:resource:" + "very-long-".repeat(20))
                .put("endPoint", "https://receiver.example/" + "x".repeat(900))
                .put("typeFilter", CannedDeliveries.HOSTILE);
        job("replay", "running").put("examined", 420).put("started", 390).put("refused", 4);
        job("retry", "completed").put("examined", 12).put("started", 12);
    }

    private String ago(Duration age) {
        return now.minus(age).toString();
    }

    private ObjectNode subscribed(int id) {
        ObjectNode one =
                Json.object()
                        .put("id", id)
                        .put("endPoint", "https://receiver.example/events/" + id)
                        .put("resourceFilter", "urn:altinn:resource:ttd-parking")
                        .put("consumer", "/org/ttd")
                        .put("createdBy", "/org/ttd")
                        .put("created", ago(Duration.ofDays(40)))
                        .put("includeSubunits", false);
        subscriptions.put(id, one);
        return one;
    }

    private ObjectNode job(String kind, String status) {
        ObjectNode job =
                Json.object()
                        .put("id", "job-" + (jobs.size() + 1))
                        .put("kind", kind)
                        .put("status", status)
                        .put("from", ago(Duration.ofDays(2)))
                        .put("examined", 0)
                        .put("started", 0)
                        .put("refused", 0)
                        .put("skipped", 0)
                        .put("created", ago(Duration.ofMinutes(5)))
                        .put("updated", ago(Duration.ofMinutes(1)));
        jobs.put(job.path("id").asText(), job);
        return job;
    }

    ObjectNode list() {
        ObjectNode list = Json.object().put("count", subscriptions.size());
        ArrayNode items = list.putArray("subscriptions");
        subscriptions.values().forEach(items::add);
        return list;
    }

    void unsubscribeAll() {
        subscriptions.clear();
        deliveries.clear();
        jobs.clear();
    }

    ObjectNode subscription(int id) {
        return subscriptions.get(id);
    }

    void remove(int id) {
        subscriptions.remove(id);
    }

    ObjectNode add(JsonNode wanted) {
        ObjectNode one = subscribed(99).put("validated", false);
        wanted.properties().forEach(member -> one.set(member.getKey(), member.getValue()));
        return one;
    }

    CannedDeliveries deliveries() {
        return deliveries;
    }

    ObjectNode jobs() {
        ObjectNode list = Json.object();
        ArrayNode items = list.putArray("jobs");
        jobs.values().forEach(job -> items.insert(0, job));
        return list;
    }

    ObjectNode begin(String kind) {
        return job(kind, "running");
    }

    ObjectNode jobOf(String id) {
        return jobs.get(id);
    }

    ObjectNode secret() {
        ObjectNode secret =
                Json.object().put("scheme", keys.get("scheme")).put("created", ago(Duration.ZERO));
        if (keys.get("scheme").equals("v1a")) {
            return secret.put("publicKey", "whpk_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
                    .put("keys", "https://platform.example/events/api/v1/signing-keys/set");
        }
        return secret.put("secret", SECRET);
    }

    ObjectNode rotate(JsonNode wanted) {
        keys.put("scheme", wanted.path("scheme").asText("v1"));
        return secret().put("previousExpires", now.plus(Duration.ofDays(1)).toString());
    }

    ObjectNode test() {
        ObjectNode answer = Json.object();
        answer.putObject("attempt")
                .put("number", 1)
                .put("at", now.toString())
                .put("durationMs", 87)
                .put("status", 200)
                .put("trigger", "schedule");
        return answer;
    }

    ObjectNode statistics(int id, int hours) {
        ObjectNode figures =
                Json.object()
                        .put("state", subscriptions.get(id).path("state").asText("active"))
                        .put("held", id == 18 ? 240 : 0)
                        .put("dead", 2)
                        .put("oldestDueSeconds", 5_400)
                        .put("asOf", ago(Duration.ofMinutes(2)))
                        .put("successRate", 0.9973)
                        .put("p50Ms", 42)
                        .put("p95Ms", 1_320);
        ObjectNode breaker = figures.putObject("breaker");
        breaker.put("state", id == 17 ? "closed" : "open");
        if (id != 17) {
            breaker.put("until", now.plus(Duration.ofMinutes(1)).toString());
        }
        ArrayNode list = figures.putArray("hours");
        for (int ago = hours; ago > 0; ago--) {
            int attempts = id == 19 ? 0 : 30 + (ago * 37) % 90;
            int failed = attempts == 0 ? 0 : (ago * 13) % 17;
            list.addObject()
                    .put("hour", ago(Duration.ofHours(ago)))
                    .put("attempts", attempts)
                    .put("delivered", attempts - failed)
                    .put("failed", failed)
                    .put("dead", failed / 8)
                    .put("p50Ms", 40)
                    .put("p95Ms", 900);
        }
        return figures;
    }
}
