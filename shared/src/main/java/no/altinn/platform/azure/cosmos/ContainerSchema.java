package no.altinn.platform.azure.cosmos;

import java.time.Duration;
import java.util.List;

/**
 * What a container must be like. A path that is not named is not indexed.
 *
 * @param partitionKey the paths of its key, the first one first; more than one is a hierarchical
 *     key
 * @param indexed the paths of single values that are indexed, for example {@code /seq}
 * @param composites the composite indexes
 * @param timeToLive how long a document is kept after its last change; zero for ever, {@link
 *     #AS_DOCUMENTS_SAY} for ever unless the document itself says how long
 */
public record ContainerSchema(
        String name,
        List<String> partitionKey,
        List<String> indexed,
        List<Composite> composites,
        Duration timeToLive) {
    /** The database's own way to say it: a default of -1 s. */
    public static final Duration AS_DOCUMENTS_SAY = Duration.ofSeconds(-1);

    public ContainerSchema {
        partitionKey = List.copyOf(partitionKey);
        indexed = List.copyOf(indexed);
        composites = List.copyOf(composites);
    }

    /** An index over several paths, in this order; queries sort by the same ones. */
    public record Composite(List<Sorted> paths) {
        public Composite {
            paths = List.copyOf(paths);
        }

        public static Composite of(Sorted... paths) {
            return new Composite(List.of(paths));
        }
    }

    /** A path of a composite index. */
    public record Sorted(String path, boolean descending) {
        public static Sorted up(String path) {
            return new Sorted(path, false);
        }

        public static Sorted down(String path) {
            return new Sorted(path, true);
        }
    }
}
