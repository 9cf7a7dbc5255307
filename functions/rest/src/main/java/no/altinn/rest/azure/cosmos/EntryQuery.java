package no.altinn.rest.azure.cosmos;

import com.azure.cosmos.models.SqlParameter;
import com.azure.cosmos.models.SqlQuerySpec;

import no.altinn.rest.record.EntryDocument;
import no.altinn.rest.record.Search;
import no.altinn.rest.record.Table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A search as a query. What it finds comes without its body. */
final class EntryQuery {
    private final List<String> conditions = new ArrayList<>();
    private final List<SqlParameter> parameters = new ArrayList<>();

    private EntryQuery() {}

    /**
     * The query.
     *
     * @param now which entries have expired, as documents keep it
     */
    static SqlQuerySpec of(Table table, Search search, String now) {
        EntryQuery query = new EntryQuery();
        search.partition().ifPresent(value -> query.add("c.%s = %s", table.partition(), value));
        // In one order, so that the same search is the same text.
        Map<String, Set<String>> labels = new TreeMap<>(search.labels());
        labels.forEach((label, wanted) -> query.addLabel(table, label, wanted));
        search.order().ifPresent(query::addBounds);
        query.add("(NOT IS_DEFINED(c.%1$s) OR c.%1$s > %2$s)", EntryDocument.EXPIRES, now);
        return new SqlQuerySpec(
                "SELECT %s FROM c WHERE %s ORDER BY %s OFFSET %d LIMIT %d"
                        .formatted(
                                selected(table),
                                String.join(" AND ", query.conditions),
                                order(table, search),
                                search.skip(),
                                search.limit()),
                query.parameters);
    }

    private static String selected(Table table) {
        Stream<String> own = Stream.of("id", EntryDocument.EXPIRES, EntryDocument.HEAD, "_etag");
        return Stream.of(Stream.of(table.partition()), table.allLabels().stream(), own)
                .flatMap(members -> members)
                .distinct()
                .map(member -> "c." + member)
                .collect(Collectors.joining(", "));
    }

    /** A condition on a member, with the place of a parameter. */
    private void add(String form, String member, String value) {
        conditions.add(form.formatted(member, parameter(value)));
    }

    private void addLabel(Table table, String label, Set<String> wanted) {
        Stream<String> values = wanted.stream().sorted().map(this::parameter);
        conditions.add(
                table.lists().contains(label)
                        ? values.map(value -> "ARRAY_CONTAINS(c.%s, %s)".formatted(label, value))
                                .collect(Collectors.joining(" OR ", "(", ")"))
                        : "c.%s IN (%s)".formatted(label, values.collect(joined())));
    }

    private void addBounds(Search.Order order) {
        conditions.add("IS_DEFINED(c.%s)".formatted(order.label()));
        order.from().ifPresent(from -> add("c.%s >= %s", order.label(), from));
        order.to().ifPresent(to -> add("c.%s <= %s", order.label(), to));
    }

    private String parameter(String value) {
        String name = "@p" + parameters.size();
        parameters.add(new SqlParameter(name, value));
        return name;
    }

    /** Within a partition too, its member comes first: so a composite index has the order. */
    private static String order(Table table, Search search) {
        List<String> members = new ArrayList<>();
        boolean isInPartition = search.partition().isPresent() && !table.isPartedById();
        if (search.order().isPresent()) {
            if (isInPartition) {
                members.add(table.partition());
            }
            members.add(search.order().get().label());
        }
        members.add("id");
        if (search.partition().isEmpty() && !table.isPartedById()) {
            members.add(table.partition());
        }
        String direction =
                search.order().filter(Search.Order::descending).isPresent() ? " DESC" : "";
        return members.stream().map(member -> "c." + member + direction).collect(joined());
    }

    private static Collector<CharSequence, ?, String> joined() {
        return Collectors.joining(", ");
    }
}
