package no.altinn.events.azure.cosmos;

import com.azure.cosmos.models.SqlParameter;
import com.azure.cosmos.models.SqlQuerySpec;

import no.altinn.events.event.Condition;
import no.altinn.events.event.EventStream;
import no.altinn.events.event.ResourceUrn;
import no.altinn.events.feed.EventDocument;
import no.altinn.platform.azure.cosmos.Items;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Collects a query over events. Every path it names is indexed, and it sorts by the paths of a
 * composite index, so that Cosmos DB reads only what it returns.
 */
final class EventSearch {
    private static final Pattern NOT_PLAIN = Pattern.compile("[\\x00-\\x7f&&[^a-zA-Z0-9]]");

    private static final EventStream.Visitor<EventSearch> START =
            new EventStream.Visitor<>() {
                @Override
                public EventSearch ofResource(EventStream.OfResource stream) {
                    return new EventSearch("c.resource").and("c.resource = ", stream.resource());
                }

                @Override
                public EventSearch ofAppsAbout(EventStream.OfAppsAbout stream) {
                    EventSearch search =
                            new EventSearch("c.subject").and("c.subject = ", stream.subject());
                    return search.and(
                            "STARTSWITH(c.resource, "
                                    + search.parameter(ResourceUrn.APP_PREFIX)
                                    + ")");
                }
            };

    private final String streamPath;
    private final StringBuilder where = new StringBuilder();
    private final List<SqlParameter> parameters = new ArrayList<>();

    private EventSearch(String streamPath) {
        this.streamPath = streamPath;
    }

    /** The events of a stream, until more is said. */
    static EventSearch in(EventStream stream) {
        return stream.accept(START);
    }

    /** Those with this id. */
    EventSearch withId(String eventId) {
        return and("c.eventId = ", eventId);
    }

    /** Those with greater stamps. */
    EventSearch after(String stamp) {
        return and("c.seq > ", stamp);
    }

    /** Those with this stamp or greater ones. */
    EventSearch from(String stamp) {
        return and("c.seq >= ", stamp);
    }

    /** Those with smaller stamps. */
    EventSearch before(String stamp) {
        return and("c.seq < ", stamp);
    }

    /** Those that meet all of the conditions. */
    EventSearch meeting(List<Condition> conditions) {
        Meeting meeting = new Meeting();
        conditions.forEach(condition -> condition.accept(meeting));
        return this;
    }

    /** Adds a condition to the search. */
    private final class Meeting implements Condition.Visitor<EventSearch> {
        @Override
        public EventSearch subjectIs(Condition.SubjectIs is) {
            return and("c.subject = ", is.subject());
        }

        @Override
        public EventSearch alternativeSubjectIs(Condition.AlternativeSubjectIs is) {
            return and("c.alternativesubject = ", is.alternativeSubject());
        }

        @Override
        public EventSearch typeIn(Condition.TypeIn in) {
            return and(
                    in.types().stream()
                            .map(EventSearch.this::parameter)
                            .collect(Collectors.joining(", ", "c.type IN (", ")")));
        }

        @Override
        public EventSearch timeFrom(Condition.TimeFrom from) {
            return and("c.time >= ", EventDocument.time(from.from()));
        }

        @Override
        public EventSearch timeTo(Condition.TimeTo to) {
            return and("c.time <= ", EventDocument.time(to.to()));
        }

        @Override
        public EventSearch sourceLike(Condition.SourceLike like) {
            return and(
                    like.patterns().stream()
                            .map(EventSearch::regex)
                            .map(EventSearch.this::parameter)
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

    private EventSearch and(String comparison, String value) {
        return and(comparison + parameter(value));
    }

    private EventSearch and(String condition) {
        where.append(where.isEmpty() ? "" : " AND ").append(condition);
        return this;
    }

    private String parameter(String value) {
        String name = "@p" + parameters.size();
        parameters.add(new SqlParameter(name, value));
        return name;
    }

    /**
     * The query for the first events of it in registration order.
     *
     * <p>It says LIMIT, not TOP. The SDK merges the answers of the physical partitions, and gives a
     * page of TOP as soon as it has two of them, although a partition has failed whose events
     * belong before; a LIMIT it keeps in pages as large as it is asked for: {@link Items#query}.
     *
     * @param columns what is wanted of each, for example {@code c.seq}
     * @param limit the most that are wanted
     */
    SqlQuerySpec first(int limit, String columns) {
        return new SqlQuerySpec(
                "SELECT %s FROM c WHERE %s ORDER BY %s, c.seq OFFSET 0 LIMIT %d"
                        .formatted(columns, where, streamPath, limit),
                parameters);
    }
}
