package no.altinn.events.functions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.job.Job;
import no.altinn.events.subscription.SubscriptionAddress;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.json.Json;

import java.util.List;

/**
 * Renders jobs for their consumers.
 *
 * @param subscriptions where the subscriptions are, below which the jobs are
 */
public record JobAnswer(SubscriptionAddress subscriptions) {
    /** A job that has begun, with its address. */
    Answer begun(Job job) {
        return Answer.of(202, MediaType.JSON, json(job).toString())
                .with(
                        "Location",
                        subscriptions.of(job.key().subscriptionId()) + "/jobs/" + job.key().id());
    }

    Answer of(Job job) {
        return Answer.of(200, MediaType.JSON, json(job).toString());
    }

    Answer of(List<Job> jobs) {
        ObjectNode list = Json.object();
        ArrayNode items = list.putArray("jobs");
        jobs.forEach(job -> items.add(json(job)));
        return Answer.of(200, MediaType.JSON, list.toString());
    }

    private static ObjectNode json(Job job) {
        ObjectNode json =
                Json.object()
                        .put("id", job.key().id())
                        .put("kind", job.task().kind().label())
                        .put("status", job.status().label());
        job.task()
                .period()
                .ifPresent(
                        period ->
                                json.put("from", period.from().toString())
                                        .put("to", period.to().toString()));
        return json.put("examined", job.progress().examined())
                .put("started", job.progress().started())
                .put("refused", job.progress().refused())
                .put("skipped", job.progress().skipped())
                .put("created", job.created().toString())
                .put("updated", job.updated().toString());
    }
}
