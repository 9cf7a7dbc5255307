package no.altinn.local.store;

import com.fasterxml.jackson.databind.node.ArrayNode;

import no.altinn.events.event.Condition;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStream;
import no.altinn.platform.json.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A query over events as SQL.
 *
 * @param stream from which rows, by which index; {@code streamValue} is its parameter's value
 * @param conditions what else must hold of them; {@code conditionValues} are its parameters' values
 */
record SqliteEventQuery(
        String stream, Object streamValue, String conditions, List<Object> conditionValues) {

    // The index is named, so that no planner takes another one as the table grows.
    private static final EventStream.Visitor<String> ROWS =
            new EventStream.Visitor<>() {
                @Override
                public String ofResource(EventStream.OfResource stream) {
                    return "events INDEXED BY events_resource WHERE resource = ?";
                }

                @Override
                public String ofAppsAbout(EventStream.OfAppsAbout stream) {
                    return "events INDEXED BY events_app_subject WHERE app = 1 AND subject = ?";
                }
            };

    private static final EventStream.Visitor<String> NAME =
            new EventStream.Visitor<>() {
                @Override
                public String ofResource(EventStream.OfResource stream) {
                    return stream.resource();
                }

                @Override
                public String ofAppsAbout(EventStream.OfAppsAbout stream) {
                    return stream.subject();
                }
            };

    /** A condition with one parameter, and the parameter's value. */
    private record Clause(String sql, Object value) {}

    // Lists are one parameter, so that the same statement serves lists of every length.
    private static final class ToClause implements Condition.Visitor<Clause> {
        @Override
        public Clause subjectIs(Condition.SubjectIs is) {
            return new Clause("subject = ?", is.subject());
        }

        @Override
        public Clause alternativeSubjectIs(Condition.AlternativeSubjectIs is) {
            return new Clause("alternative_subject = ?", is.alternativeSubject());
        }

        @Override
        public Clause typeIn(Condition.TypeIn in) {
            return new Clause("type IN (SELECT value FROM json_each(?))", array(in.types()));
        }

        @Override
        public Clause timeFrom(Condition.TimeFrom from) {
            return new Clause("time >= ?", Nanos.of(from.from()));
        }

        @Override
        public Clause timeTo(Condition.TimeTo to) {
            return new Clause("time <= ?", Nanos.of(to.to()));
        }

        @Override
        public Clause sourceLike(Condition.SourceLike like) {
            return new Clause(
                    "EXISTS (SELECT 1 FROM json_each(?) WHERE events.source LIKE value)",
                    array(like.patterns().stream().map(SqliteEventQuery::withoutCase).toList()));
        }
    }

    static SqliteEventQuery of(EventQuery query) {
        List<Clause> clauses = new ArrayList<>();
        query.conditions().forEach(condition -> clauses.add(condition.accept(new ToClause())));
        return new SqliteEventQuery(
                query.stream().accept(ROWS),
                value(query.stream()),
                clauses.stream().map(clause -> " AND " + clause.sql).collect(Collectors.joining()),
                clauses.stream().map(Clause::value).toList());
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

    /** The resource or subject that names the stream. */
    static String value(EventStream stream) {
        return stream.accept(NAME);
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
