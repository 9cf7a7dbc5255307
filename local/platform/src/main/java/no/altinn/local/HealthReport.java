package no.altinn.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.host.LoopHealth;
import no.altinn.local.web.Answers;
import no.altinn.local.web.Endpoints;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.json.Json;

import org.eclipse.jetty.server.Handler;

import java.util.List;

/** Tells whether everything that runs by itself in the platform goes on: {@code GET /health}. */
final class HealthReport {
    private HealthReport() {}

    /** Answers 200 while nothing fails, else 503; both with JSON. */
    static Handler handler(LoopHealth health) {
        return Endpoints.builder().get("/health", request -> answer(health.failing())).build();
    }

    private static Answer answer(List<LoopHealth.Failing> failing) {
        ObjectNode report = Json.object().put("status", failing.isEmpty() ? "healthy" : "failing");
        ArrayNode array = report.putArray("failing");
        failing.forEach(
                one ->
                        array.addObject()
                                .put("name", one.name())
                                .put("since", one.since().toString())
                                .put("last", one.last().toString())
                                .put("failures", one.failures())
                                .put("reason", one.reason()));
        return failing.isEmpty()
                ? Answers.json(report.toString())
                : Answer.of(503, MediaType.JSON, report.toString());
    }
}
