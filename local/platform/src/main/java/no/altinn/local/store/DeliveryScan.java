package no.altinn.local.store;

import no.altinn.events.delivery.DeliveryPlace;
import no.altinn.events.delivery.DeliverySearch;
import no.altinn.events.delivery.DeliveryStatus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A search for deliveries in SQL. The statuses are words of ours, so they stand in the text. */
final class DeliveryScan {
    /**
     * The statuses that every push goes through are not in the index of statuses, since each push
     * would pay for it. The database takes that index only if the search says so. Those that are
     * due have an index of their own, which is small.
     */
    private static final Set<DeliveryStatus> NOT_INDEXED =
            Set.of(DeliveryStatus.DUE, DeliveryStatus.DELIVERED);

    private static final String INDEXED = " AND status NOT IN ('due', 'delivered')";
    private static final String DUE = " AND status = 'due'";

    private final StringBuilder sql =
            new StringBuilder("SELECT * FROM deliveries WHERE subscription_id = ?");
    private final List<Object> parameters = new ArrayList<>();

    private DeliveryScan() {}

    static DeliveryScan of(DeliverySearch search, int limit) {
        DeliveryScan scan = new DeliveryScan();
        scan.parameters.add(search.subscriptionId());
        if (!search.statuses().isEmpty()) {
            scan.sql.append(
                    search.statuses().stream()
                            .sorted()
                            .map(status -> "'" + status.label() + "'")
                            .collect(Collectors.joining(", ", " AND status IN (", ")")));
            scan.sql.append(indexed(search.statuses()));
        }
        search.from().ifPresent(at -> scan.where("created >= ?", Nanos.of(at)));
        search.to().ifPresent(at -> scan.where("created < ?", Nanos.of(at)));
        search.waitedUntil().ifPresent(at -> scan.where("at <= ?", Nanos.of(at)));
        search.after().ifPresent(place -> scan.behind(place, search.isOldestFirst()));
        String way = search.isOldestFirst() ? "ASC" : "DESC";
        scan.sql.append(" ORDER BY created %s, id %s LIMIT ?".formatted(way, way));
        scan.parameters.add(limit);
        return scan;
    }

    /** The condition by which an index of statuses is found, if one has all of them. */
    static String indexed(Set<DeliveryStatus> statuses) {
        if (statuses.equals(Set.of(DeliveryStatus.DUE))) {
            return DUE;
        }
        return Collections.disjoint(statuses, NOT_INDEXED) ? INDEXED : "";
    }

    private void behind(DeliveryPlace place, boolean isOldestFirst) {
        sql.append(" AND (created, id) %s (?, ?)".formatted(isOldestFirst ? ">" : "<"));
        parameters.add(Nanos.of(place.created()));
        parameters.add(place.id());
    }

    private void where(String condition, Object value) {
        sql.append(" AND ").append(condition);
        parameters.add(value);
    }

    String sql() {
        return sql.toString();
    }

    Object[] parameters() {
        return parameters.toArray();
    }
}
