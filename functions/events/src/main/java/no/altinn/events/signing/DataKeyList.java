package no.altinn.events.signing;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The data keys that subscriptions may name. Immutable.
 *
 * @param keys the newest, which encrypts, first; never empty
 * @param reSealing under the newest
 */
record DataKeyList(List<DataKey> keys, ReSealing reSealing) {
    DataKeyList {
        keys = List.copyOf(keys);
    }

    static DataKeyList beginningWith(DataKey first) {
        return new DataKeyList(List.of(first), ReSealing.BEGINNING);
    }

    DataKey newest() {
        return keys.get(0);
    }

    Optional<DataKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    boolean hasOlder() {
        return keys.size() > 1;
    }

    /** The list with a newer key, under which nothing is encrypted yet. */
    DataKeyList startedWith(DataKey newer) {
        List<DataKey> more = Stream.concat(Stream.of(newer), keys.stream()).toList();
        return new DataKeyList(more, ReSealing.BEGINNING);
    }

    DataKeyList at(ReSealing progress) {
        return new DataKeyList(keys, progress);
    }

    /** The list without the keys that nothing is encrypted under any more. */
    DataKeyList newestOnly() {
        return beginningWith(newest());
    }

    DataKeyList with(UnaryOperator<DataKey> change) {
        return new DataKeyList(keys.stream().map(change).toList(), reSealing);
    }
}
