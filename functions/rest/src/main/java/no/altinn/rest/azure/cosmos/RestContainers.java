package no.altinn.rest.azure.cosmos;

import static no.altinn.platform.azure.cosmos.ContainerSchema.AS_DOCUMENTS_SAY;

import no.altinn.platform.azure.cosmos.ContainerSchema;
import no.altinn.platform.azure.cosmos.ContainerSchema.Composite;
import no.altinn.platform.azure.cosmos.ContainerSchema.Sorted;
import no.altinn.rest.record.EntryDocument;
import no.altinn.rest.record.Table;
import no.altinn.rest.record.Tables;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The containers of the database {@link Tables#DATABASE}: one for each table, by its name, and the
 * leases of its change feeds.
 */
public final class RestContainers {
    /** How far the change feeds have been read; written by their triggers alone. */
    public static final ContainerSchema LEASES =
            new ContainerSchema("leases", List.of("/id"), List.of(), List.of(), Duration.ZERO);

    /** Each element of an array, in the path of an index. */
    private static final String EACH = "/[]";

    /** All of them. */
    public static final List<ContainerSchema> ALL =
            Stream.concat(Tables.ALL.stream().map(RestContainers::of), Stream.of(LEASES)).toList();

    private RestContainers() {}

    /**
     * The container of a table. A query sorts by the label and then by the id, within a partition
     * or in all of them; Cosmos DB then needs an index over all that it sorts by, in any one
     * direction.
     */
    public static ContainerSchema of(Table table) {
        List<String> indexed = new ArrayList<>();
        if (!table.isPartedById()) {
            indexed.add(path(table.partition()));
        }
        table.labels().forEach(label -> indexed.add(path(label)));
        table.lists().forEach(label -> indexed.add(path(label) + EACH));
        indexed.add(path("id"));
        indexed.add(path(EntryDocument.EXPIRES));
        return new ContainerSchema(
                table.name(), partitionKey(table), indexed, composites(table), AS_DOCUMENTS_SAY);
    }

    private static List<String> partitionKey(Table table) {
        return table.isHierarchical()
                ? List.of(path(table.partition()), path(Table.ID))
                : List.of(path(table.partition()));
    }

    private static List<Composite> composites(Table table) {
        if (table.isPartedById()) {
            return table.labels().stream().map(label -> up(label, "id")).toList();
        }
        String partition = table.partition();
        Stream<Composite> byLabel =
                table.labels().stream()
                        .flatMap(
                                label ->
                                        Stream.of(
                                                up(partition, label, "id"),
                                                up(label, "id", partition)));
        return Stream.concat(byLabel, Stream.of(up("id", partition))).toList();
    }

    private static Composite up(String... members) {
        return new Composite(Stream.of(members).map(member -> Sorted.up(path(member))).toList());
    }

    private static String path(String member) {
        return "/" + member;
    }
}
