package no.altinn.local.store;

import com.fasterxml.jackson.databind.node.ArrayNode;

import no.altinn.events.event.Condition;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStream;
import no.altinn.platform.json.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A query over events as SQL.
 *
 * @param stream from which rows, by which index; {@code streamValue} is its parameter's value
 * @param conditions what else must hold of them; {@code conditionValues} are its parameters' values
 */
record EventSearch(
        String stream, Object streamValue, String conditions, List<Object> conditionValues) {

    static EventSearch of(EventQuery query) {
        StringBuilder sql = new StringBuilder();
        List<Object> values = new ArrayList<>();
        for (Condition condition : query.conditions()) {
            sql.append(" AND ").append(sql(condition));
            values.add(value(condition));
        }
        return new EventSearch(
                stream(query.stream()), value(query.stream()), sql.toString(), values);
    }

    /** Whether every row of the stream is wanted. */
    boolean wantsAll() {
        return conditions.isEmpty();
    }

    /** The values for both parts, those for {@code between} standing in the middle. */
    Object[] values(Object... between) {
        List<Object> all = new ArrayList<>();
        all.add(streamValue);
        all.addAll(List.of(between));
        all.addAll(conditionValues);
        return all.toArray();
    }

    // The index is named, so that no planner takes another one as the table grows.
    private static String stream(EventStream stream) {
        return stream instanceof EventStream.OfResource
                ? "events INDEXED BY events_resource WHERE resource = ?"
                : "events INDEXED BY events_app_subject WHERE app = 1 AND subject = ?";
    }

    /** The resource or subject that names the stream. */
    static String value(EventStream stream) {
        return stream instanceof EventStream.OfResource ofResource
                ? ofResource.resource()
                : ((EventStream.OfAppsAbout) stream).subject();
    }

    // Lists are one parameter, so that the same statement serves lists of every length.
    private static String sql(Condition condition) {
        if (condition instanceof Condition.SubjectIs) {
            return "subject = ?";
        }
        if (condition instanceof Condition.AlternativeSubjectIs) {
            return "alternative_subject = ?";
        }
        if (condition instanceof Condition.TypeIn) {
            return "type IN (SELECT value FROM json_each(?))";
        }
        if (condition instanceof Condition.TimeFrom) {
            return "time >= ?";
        }
        if (condition instanceof Condition.TimeTo) {
            return "time <= ?";
        }
        return "EXISTS (SELECT 1 FROM json_each(?) WHERE events.source LIKE value)";
    }

    private static Object value(Condition condition) {
        if (condition instanceof Condition.SubjectIs is) {
            return is.subject();
        }
        if (condition instanceof Condition.AlternativeSubjectIs is) {
            return is.alternativeSubject();
        }
        if (condition instanceof Condition.TypeIn in) {
            return array(in.types());
        }
        if (condition instanceof Condition.TimeFrom from) {
            return Nanos.of(from.from());
        }
        if (condition instanceof Condition.TimeTo to) {
            return Nanos.of(to.to());
        }
        return array(
                ((Condition.SourceLike) condition)
                        .patterns().stream().map(EventSearch::withoutCase).toList());
    }

    /** A text as it is kept where case does not count; SQLite itself folds ASCII only. */
    static String withoutCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String array(List<String> texts) {
        ArrayNode array = Json.object().putArray("texts");
        texts.forEach(array::add);
        return array.toString();
    }
}
