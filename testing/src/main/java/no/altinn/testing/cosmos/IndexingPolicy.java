package no.altinn.testing.cosmos;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.testing.cosmos.sql.Expression;
import no.altinn.testing.cosmos.sql.Query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a container's documents is indexed.
 *
 * @param all whether everything is, but what is excluded
 * @param included single paths, for example {@code /seq}; {@code /names/[]} for each name
 * @param composites each the paths of a composite index, with {@code -} before those that descend
 */
record IndexingPolicy(boolean all, Set<String> included, List<List<String>> composites) {
    /** Each element of an array, at the end of a path. */
    private static final String EACH = "/[]";

    static IndexingPolicy of(JsonNode definition) {
        JsonNode policy = definition.path("indexingPolicy");
        Set<String> included = new HashSet<>();
        policy.path("includedPaths")
                .forEach(path -> included.add(path.path("path").asText().replaceAll("/\\?$", "")));
        List<List<String>> composites = new ArrayList<>();
        policy.path("compositeIndexes").forEach(index -> composites.add(composite(index)));
        return new IndexingPolicy(
                policy.isMissingNode() || included.contains("/*"), included, composites);
    }

    private static List<String> composite(JsonNode index) {
        List<String> paths = new ArrayList<>();
        index.forEach(
                path ->
                        paths.add(
                                signed(
                                        path.path("path").asText(),
                                        path.path("order").asText().equals("descending"))));
        return paths;
    }

    /**
     * Refuses a query whose order no index gives.
     *
     * @return whether the query's conditions are all answered by indexes; else documents are
     *     scanned
     */
    boolean serves(Query query) {
        List<Query.Order> orders = query.orders();
        if (orders.size() == 1 && !covers(orders.get(0).path().text())) {
            throw new Refusal(
                    400,
                    "The index path corresponding to the specified order-by item is excluded.");
        }
        if (orders.size() > 1 && !hasComposite(orders)) {
            throw new Refusal(
                    400,
                    "The order by query does not have a corresponding composite index that it can"
                            + " be served from.");
        }
        Set<String> named =
                query.where().stream().flatMap(Expression::paths).collect(Collectors.toSet());
        return named.stream().allMatch(path -> covers(path) || isInComposite(path, named));
    }

    /** A composite index also answers conditions, on its first paths and the one behind them. */
    private boolean isInComposite(String path, Set<String> named) {
        return composites.stream()
                .map(index -> index.stream().map(IndexingPolicy::unsigned).toList())
                .filter(index -> index.contains(path))
                .anyMatch(index -> named.containsAll(index.subList(0, index.indexOf(path))));
    }

    private boolean hasComposite(List<Query.Order> orders) {
        List<String> paths =
                orders.stream().map(o -> signed(o.path().text(), o.descending())).toList();
        List<String> reversed =
                orders.stream().map(o -> signed(o.path().text(), !o.descending())).toList();
        return composites.contains(paths) || composites.contains(reversed);
    }

    private boolean covers(String path) {
        return all || path.equals("/id") || path.equals("/_ts") || included.contains(path);
    }

    /** How many entries a document has in the indexes. */
    int entries(JsonNode document) {
        return included.stream().mapToInt(path -> entries(document, path)).sum()
                + composites.size();
    }

    private static int entries(JsonNode document, String path) {
        return path.endsWith(EACH)
                ? document.at(path.substring(0, path.length() - EACH.length())).size()
                : document.at(path).isMissingNode() ? 0 : 1;
    }

    private static String unsigned(String path) {
        return path.startsWith("-") ? path.substring(1) : path;
    }

    private static String signed(String path, boolean descending) {
        return (descending ? "-" : "") + path;
    }
}
