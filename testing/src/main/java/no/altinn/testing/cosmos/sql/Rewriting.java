package no.altinn.testing.cosmos.sql;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a query that sorts or counts in the form in which the SDK asks it in each range. When it
 * sorts, each document comes with what it is sorted by, so that the SDK can merge the answers, and
 * with a place for a condition by which the SDK goes on where it was.
 */
public final class Rewriting {
    private static final String FILTER = "({documentdb-formattableorderbyquery-filter})";

    private static final Pattern CLAUSES =
            Pattern.compile(
                    "(?is)\\s*SELECT\\s+(?:TOP\\s+\\d+\\s+)?.+?\\s+FROM\\s+c"
                            + "(?:\\s+WHERE\\s+(?<where>.+?))?"
                            + "\\s+ORDER\\s+BY\\s+(?<orders>.+?)(?:\\s+OFFSET\\s.+)?");

    private static final Pattern COUNT =
            Pattern.compile(
                    "(?is)\\s*SELECT\\s+VALUE\\s+COUNT\\(1\\)\\s+FROM\\s+c"
                            + "(?:\\s+WHERE\\s+(?<where>.+?))?\\s*");

    private Rewriting() {}

    /**
     * The other form. What is left out at first, each range gives too: the SDK leaves it out when
     * it has merged the answers.
     *
     * @param sql the query's text, which has an ORDER BY, and no such word in quotes
     */
    public static String of(String sql, Query query) {
        Matcher clauses = CLAUSES.matcher(sql);
        if (!clauses.matches()) {
            throw new IllegalArgumentException(sql);
        }
        return "SELECT %sc._rid, [%s] AS orderByItems, %s AS payload\nFROM c\nWHERE %s\nORDER BY %s%s"
                .formatted(
                        query.top().map("TOP %d "::formatted).orElse(""),
                        query.orders().stream()
                                .map(order -> "{\"item\": %s}".formatted(order.path().sql()))
                                .collect(Collectors.joining(", ")),
                        payload(query.selection()),
                        where(Optional.ofNullable(clauses.group("where")), query.selection()),
                        clauses.group("orders"),
                        query.slice()
                                .map(
                                        slice ->
                                                "\nOFFSET 0 LIMIT "
                                                        + (slice.offset() + slice.limit()))
                                .orElse(""));
    }

    /** The form of a query that counts: the SDK adds the counts of the ranges up. */
    public static String ofCount(String sql) {
        Matcher clauses = COUNT.matcher(sql);
        if (!clauses.matches()) {
            throw new IllegalArgumentException(sql);
        }
        String where = clauses.group("where");
        return "SELECT VALUE [{\"item\": COUNT(1)}]\nFROM c"
                + (where == null ? "" : "\nWHERE (%s)".formatted(where));
    }

    private static String payload(Query.Selection selection) {
        if (selection instanceof Query.Members members) {
            return members.columns().stream()
                    .map(column -> "\"%s\": %s".formatted(column.name(), path(column.value())))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return selection instanceof Query.Value value ? path(value.expression()) : "c";
    }

    private static String where(Optional<String> asked, Query.Selection selection) {
        String filtered = asked.map(w -> "((%s) AND %s)".formatted(w, FILTER)).orElse(FILTER);
        // What is not there is no value, so it must not count as one.
        return selection instanceof Query.Value value
                ? "(%s AND IS_DEFINED(%s))".formatted(filtered, path(value.expression()))
                : filtered;
    }

    private static String path(Expression selected) {
        if (selected instanceof Expression.Path path) {
            return path.sql();
        }
        throw new IllegalArgumentException("Only paths are selected with an ORDER BY here.");
    }
}
