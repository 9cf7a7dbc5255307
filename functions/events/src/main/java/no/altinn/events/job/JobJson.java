package no.altinn.events.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.platform.json.TypedMembers;

import java.time.Instant;
import java.util.List;

/** A job as stores keep it. */
public final class JobJson {
    private JobJson() {}

    /** All of a job but its key. */
    public static ObjectNode write(Job job) {
        ObjectNode json =
                Json.object()
                        .put("kind", job.task().kind().label())
                        .put("status", job.status().label())
                        .put("cursor", job.cursor())
                        .put("created", job.created().toString())
                        .put("updated", job.updated().toString())
                        .put("failures", job.failures())
                        .put("version", job.version());
        job.due().ifPresent(due -> json.put("due", due.toString()));
        json.putObject("progress")
                .put("examined", job.progress().examined())
                .put("started", job.progress().started())
                .put("refused", job.progress().refused())
                .put("skipped", job.progress().skipped());
        job.task()
                .period()
                .ifPresent(
                        period ->
                                json.put("from", period.from().toString())
                                        .put("to", period.to().toString()));
        if (job.task() instanceof JobTask.Replay replay) {
            ArrayNode types = json.putArray("types");
            replay.types().forEach(types::add);
            replay.subject().ifPresent(subject -> json.put("subject", subject));
            json.put("onlyMissing", replay.onlyMissing());
        }
        return json;
    }

    /**
     * Reads what {@link #write} has made.
     *
     * @throws IllegalStateException if it was made by something else
     */
    public static Job read(JobKey key, JsonNode json) {
        TypedMembers members = members(json);
        return new Job(
                key,
                task(members),
                JobStatus.of(members.text("status")),
                progress(members.in("progress")),
                members.text("cursor"),
                Instant.parse(members.text("created")),
                Instant.parse(members.text("updated")),
                members.optionalText("due").map(Instant::parse),
                json.path("failures").intValue(),
                json.path("version").intValue());
    }

    private static TypedMembers members(JsonNode json) {
        return TypedMembers.of(json, what -> new IllegalStateException("In a job " + what));
    }

    private static JobTask task(TypedMembers json) {
        return switch (JobKind.of(json.text("kind"))) {
            case RETRY -> new JobTask.Retry(period(json));
            case REPLAY ->
                    new JobTask.Replay(
                            period(json),
                            json.optionalTexts("types").orElse(List.of()),
                            json.optionalText("subject"),
                            json.flag("onlyMissing"));
            case REDACT -> new JobTask.Redact();
        };
    }

    private static Period period(TypedMembers json) {
        return new Period(Instant.parse(json.text("from")), Instant.parse(json.text("to")));
    }

    private static JobProgress progress(TypedMembers json) {
        return new JobProgress(
                json.longNumber("examined"),
                json.longNumber("started"),
                json.longNumber("refused"),
                json.longNumber("skipped"));
    }
}
