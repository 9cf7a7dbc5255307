package no.altinn.events.functions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.statistics.Hour;
import no.altinn.events.statistics.SubscriptionHealth.Report;
import no.altinn.events.statistics.Tally;
import no.altinn.events.subscription.Breaker;
import no.altinn.platform.json.Json;

/** Renders how a subscription does; what is not known is left out. */
final class StatisticsJson {
    private static final double MEDIAN = 0.5;
    private static final double MOST = 0.95;
    private static final double FOUR_DECIMALS = 10_000.0;

    private StatisticsJson() {}

    static String of(Report report) {
        ObjectNode json = Json.object().put("state", "active");
        ServingMembers.add(json, report.subscription().serving().standing());
        json.set("breaker", report.subscription().serving().breaker().accept(new BreakerJson()));
        json.put("held", report.held()).put("dead", report.dead());
        report.oldestDue().ifPresent(age -> json.put("oldestDueSeconds", age.toSeconds()));
        json.put("asOf", report.asOf().toString());
        Tally all = report.all();
        if (all.attempts() > 0) {
            json.put("successRate", share(all.delivered(), all.attempts()));
        }
        latencies(json, all);
        ArrayNode hours = json.putArray("hours");
        report.hours().forEach(hour -> hours.add(of(hour)));
        return json.toString();
    }

    private static double share(long part, long all) {
        return Math.round(FOUR_DECIMALS * part / all) / FOUR_DECIMALS;
    }

    private static ObjectNode of(Hour hour) {
        Tally tally = hour.tally();
        return latencies(
                Json.object()
                        .put("hour", hour.start().toString())
                        .put("attempts", tally.attempts())
                        .put("delivered", tally.delivered())
                        .put("failed", tally.failed())
                        .put("dead", tally.dead()),
                tally);
    }

    private static ObjectNode latencies(ObjectNode json, Tally tally) {
        tally.latencies().quantile(MEDIAN).ifPresent(millis -> json.put("p50Ms", millis));
        tally.latencies().quantile(MOST).ifPresent(millis -> json.put("p95Ms", millis));
        return json;
    }

    private static final class BreakerJson implements Breaker.Visitor<ObjectNode> {
        @Override
        public ObjectNode closed(Breaker.Closed breaker) {
            return Json.object().put("state", "closed");
        }

        @Override
        public ObjectNode open(Breaker.Open breaker) {
            return Json.object().put("state", "open").put("until", breaker.until().toString());
        }

        @Override
        public ObjectNode halfOpen(Breaker.HalfOpen breaker) {
            return Json.object().put("state", "half-open").put("until", breaker.until().toString());
        }
    }
}
