package no.altinn.events.azure.cosmos;

import com.azure.cosmos.models.SqlParameter;
import com.azure.cosmos.models.SqlQuerySpec;

import no.altinn.events.delivery.DeliveryPlace;
import no.altinn.events.delivery.DeliverySearch;
import no.altinn.events.delivery.DeliveryStatus;
import no.altinn.events.feed.EventDocument;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A search for deliveries in the SQL of Cosmos DB. A search for one status is sorted by the
 * composite index that begins with the status, and any other by the index without it.
 */
final class DeliveryQuery {
    private final List<SqlParameter> parameters = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();

    private DeliveryQuery() {}

    static SqlQuerySpec of(DeliverySearch search, int limit) {
        DeliveryQuery query = new DeliveryQuery();
        String way = search.isOldestFirst() ? "ASC" : "DESC";
        query.where("c.subscriptionId = @subscription", "@subscription", search.subscriptionId());
        boolean isOneStatus = search.statuses().size() == 1;
        if (!search.statuses().isEmpty()) {
            query.conditions.add(
                    isOneStatus
                            ? "c.status = " + literals(search)
                            : "c.status IN (" + literals(search) + ")");
        }
        search.from()
                .ifPresent(at -> query.where("c.time >= @from", "@from", EventDocument.time(at)));
        search.to().ifPresent(at -> query.where("c.time < @to", "@to", EventDocument.time(at)));
        search.waitedUntil()
                .ifPresent(
                        at -> query.where("c.waitsAt <= @wait", "@wait", EventDocument.time(at)));
        search.after().ifPresent(place -> query.behind(place, search.isOldestFirst()));
        return query.sorted(
                "SELECT TOP %d * FROM c".formatted(limit),
                " ORDER BY c.subscriptionId %s,%s c.time %s, c.id %s"
                        .formatted(way, isOneStatus ? " c.status " + way + "," : "", way, way));
    }

    static SqlQuerySpec count(int subscriptionId, DeliveryStatus status) {
        DeliveryQuery query = new DeliveryQuery();
        query.where("c.subscriptionId = @subscription", "@subscription", subscriptionId);
        query.where("c.status = @status", "@status", status.label());
        return query.sorted("SELECT VALUE COUNT(1) FROM c", "");
    }

    private static String literals(DeliverySearch search) {
        return search.statuses().stream()
                .sorted()
                .map(status -> "'" + status.label() + "'")
                .collect(Collectors.joining(", "));
    }

    private void behind(DeliveryPlace place, boolean isOldestFirst) {
        String than = isOldestFirst ? ">" : "<";
        parameters.add(new SqlParameter("@afterTime", EventDocument.time(place.created())));
        parameters.add(new SqlParameter("@afterId", place.id()));
        conditions.add(
                "(c.time %s @afterTime OR (c.time = @afterTime AND c.id %s @afterId))"
                        .formatted(than, than));
    }

    private void where(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.add(new SqlParameter(parameter, value));
    }

    private SqlQuerySpec sorted(String select, String order) {
        return new SqlQuerySpec(
                select + " WHERE " + String.join(" AND ", conditions) + order, parameters);
    }
}
