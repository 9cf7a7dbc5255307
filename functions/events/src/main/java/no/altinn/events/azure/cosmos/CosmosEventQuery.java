package no.altinn.events.azure.cosmos;

import com.azure.cosmos.models.SqlParameter;
import com.azure.cosmos.models.SqlQuerySpec;

import no.altinn.events.event.Condition;
import no.altinn.events.event.EventStream;
import no.altinn.events.event.ResourceUrn;
import no.altinn.events.feed.EventDocument;
import no.altinn.platform.azure.cosmos.Documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A query over events, built condition by condition. Every path that it names is indexed, and it
 * sorts by the paths of a composite index, so Cosmos DB reads only the events that it returns. Not
 * thread-safe.
 */
final class CosmosEventQuery {
    private static final Pattern NOT_PLAIN = Pattern.compile("[\\x00-\\x7f&&[^a-zA-Z0-9]]");

    private static final EventStream.Visitor<CosmosEventQuery> START =
            new EventStream.Visitor<>() {
                @Override
                public CosmosEventQuery ofResource(EventStream.OfResource stream) {
                    return new CosmosEventQuery("c.resource")
                            .and("c.resource = ", stream.resource());
                }

                @Override
                public CosmosEventQuery ofAppsAbout(EventStream.OfAppsAbout stream) {
                    CosmosEventQuery search =
                            new CosmosEventQuery("c.subject").and("c.subject = ", stream.subject());
                    return search.and(
                            "STARTSWITH(c.resource, "
                                    + search.parameter(ResourceUrn.APP_PREFIX)
                                    + ")");
                }
            };

    private final String streamPath;
    private final StringBuilder where = new StringBuilder();
    private final List<SqlParameter> parameters = new ArrayList<>();

    private CosmosEventQuery(String streamPath) {
        this.streamPath = streamPath;
    }

    /** All events of a stream. */
    static CosmosEventQuery in(EventStream stream) {
        return stream.accept(START);
    }

    /** Only events with this id. */
    CosmosEventQuery withId(String eventId) {
        return and("c.eventId = ", eventId);
    }

    /** Only events with greater stamps. */
    CosmosEventQuery after(String stamp) {
        return and("c.seq > ", stamp);
    }

    /** Only events with this stamp or greater ones. */
    CosmosEventQuery from(String stamp) {
        return and("c.seq >= ", stamp);
    }

    /** Only events with smaller stamps. */
    CosmosEventQuery before(String stamp) {
        return and("c.seq < ", stamp);
    }

    /** Only events that meet all of the conditions. */
    CosmosEventQuery meeting(List<Condition> conditions) {
        Meeting meeting = new Meeting();
        conditions.forEach(condition -> condition.accept(meeting));
        return this;
    }

    /** Adds a condition to the query. */
    private final class Meeting implements Condition.Visitor<CosmosEventQuery> {
        @Override
        public CosmosEventQuery subjectIs(Condition.SubjectIs is) {
            return and("c.subject = ", is.subject());
        }

        @Override
        public CosmosEventQuery alternativeSubjectIs(Condition.AlternativeSubjectIs is) {
            return and("c.alternativesubject = ", is.alternativeSubject());
        }

        @Override
        public CosmosEventQuery typeIn(Condition.TypeIn in) {
            return and(
                    in.types().stream()
                            .map(CosmosEventQuery.this::parameter)
                            .collect(Collectors.joining(", ", "c.type IN (", ")")));
        }

        @Override
        public CosmosEventQuery timeFrom(Condition.TimeFrom from) {
            return and("c.time >= ", EventDocument.time(from.from()));
        }

        @Override
        public CosmosEventQuery timeTo(Condition.TimeTo to) {
            return and("c.time <= ", EventDocument.time(to.to()));
        }

        @Override
        public CosmosEventQuery sourceLike(Condition.SourceLike like) {
            return and(
                    like.patterns().stream()
                            .map(CosmosEventQuery::regex)
                            .map(CosmosEventQuery.this::parameter)
                            .map("RegexMatch(c.source, %s, 'i')"::formatted)
                            .collect(Collectors.joining(" OR ", "(", ")")));
        }
    }

    // LIKE would tell cases apart.
    private static String regex(String pattern) {
        return "^"
                + NOT_PLAIN
                        .matcher(pattern)
                        .replaceAll(
                                found ->
                                        switch (found.group()) {
                                            case "%" -> ".*";
                                            case "_" -> ".";
                                            default -> "\\\\\\" + found.group();
                                        })
                + "$";
    }

    private CosmosEventQuery and(String comparison, String value) {
        return and(comparison + parameter(value));
    }

    private CosmosEventQuery and(String condition) {
        where.append(where.isEmpty() ? "" : " AND ").append(condition);
        return this;
    }

    private String parameter(String value) {
        String name = "@p" + parameters.size();
        parameters.add(new SqlParameter(name, value));
        return name;
    }

    /**
     * The query for the first events in registration order.
     *
     * <p>It uses LIMIT, not TOP. The SDK merges the answers of the physical partitions. With TOP it
     * gives a page as soon as it has two answers, although a partition has failed whose events come
     * before. With LIMIT it gives pages as large as the caller wants: {@link Documents#query}.
     *
     * @param limit the most events that the query returns
     * @param columns the columns of each event, for example {@code c.seq}
     */
    SqlQuerySpec first(int limit, String columns) {
        return new SqlQuerySpec(
                "SELECT %s FROM c WHERE %s ORDER BY %s, c.seq OFFSET 0 LIMIT %d"
                        .formatted(columns, where, streamPath, limit),
                parameters);
    }
}
