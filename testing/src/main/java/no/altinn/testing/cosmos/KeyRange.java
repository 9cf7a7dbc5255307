package no.altinn.testing.cosmos;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.testing.json.Json;

import java.util.ArrayList;
import java.util.List;

/**
 * The effective keys whose documents lie in one physical partition.
 *
 * @param min the first one
 * @param max what all of them lie before
 * @param parents the ranges that it came from by splitting
 */
record KeyRange(String id, String min, String max, List<String> parents) {
    boolean contains(String effectiveKey) {
        return min.compareTo(effectiveKey) <= 0 && effectiveKey.compareTo(max) < 0;
    }

    /** The part before an effective key. */
    KeyRange before(String effectiveKey, String newId) {
        return new KeyRange(newId, min, effectiveKey, ancestors());
    }

    /** The part from an effective key on. */
    KeyRange from(String effectiveKey, String newId) {
        return new KeyRange(newId, effectiveKey, max, ancestors());
    }

    private List<String> ancestors() {
        List<String> ancestors = new ArrayList<>(parents);
        ancestors.add(id);
        return ancestors;
    }

    ObjectNode json(String container) {
        ObjectNode json =
                Json.object()
                        .put("id", id)
                        .put("_rid", container)
                        .put("minInclusive", min)
                        .put("maxExclusive", max);
        ArrayNode ids = json.putArray("parents");
        parents.forEach(ids::add);
        return json;
    }
}
