package no.altinn.simulation.box;

import no.altinn.rest.happening.Happening;
import no.altinn.rest.happening.Happenings;
import no.altinn.rest.record.Entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A message's history has no gap: each version goes on from the version before, its last happening
 * fits its state, and the Events API is told of each happening, in order.
 *
 * @param versions every version of every message
 * @param told the ids of the happenings that the Events API was told of, in order
 */
record BoxHistory(List<Entry> versions, List<String> told) {
    private static final Map<String, String> LAST =
            Map.of(
                    "READ", "altinn.messagebox.read",
                    "CONFIRMED", "altinn.messagebox.confirmed",
                    "ARCHIVED", "altinn.messagebox.archived",
                    "SENT_AND_ARCHIVED", "altinn.messagebox.archived",
                    "DELETED", "altinn.messagebox.deleted");

    List<String> broken() {
        List<String> broken = new ArrayList<>();
        Map<String, List<String>> before = new HashMap<>();
        Map<String, Entry> latest = new HashMap<>();
        for (Entry version : versions) {
            List<String> ids = ids(version);
            List<String> known = before.getOrDefault(version.id(), List.of());
            boolean goesOn =
                    ids.size() >= known.size() && ids.subList(0, known.size()).equals(known);
            if (!goesOn || ids.isEmpty()) {
                broken.add("a message's history has no gap — it forgets in " + version.id());
            }
            before.put(version.id(), ids);
            latest.put(version.id(), version);
            lastOf(version).ifPresent(broken::add);
        }
        latest.values().forEach(version -> untold(version, broken));
        return broken;
    }

    private static List<String> ids(Entry version) {
        return Happenings.of(version.head()).stream().map(Happening::id).toList();
    }

    private static Optional<String> lastOf(Entry version) {
        String state = version.head().path("state").path("status").asText("");
        String wanted = LAST.getOrDefault(state, "");
        Set<String> types =
                Happenings.of(version.head()).stream()
                        .map(one -> one.type().text())
                        .collect(Collectors.toSet());
        return wanted.isEmpty() || types.contains(wanted)
                ? Optional.empty()
                : Optional.of(
                        "a message's history has no gap — %s is %s, and its history lacks it"
                                .formatted(version.id(), state));
    }

    private void untold(Entry version, List<String> broken) {
        int last = -1;
        for (String id : ids(version)) {
            int place = told.indexOf(id);
            if (place < 0) {
                broken.add("a message's history has no gap — untold of " + version.id());
            } else if (place < last) {
                broken.add("a message's history has no gap — told late of " + version.id());
            }
            last = Math.max(last, place);
        }
    }
}
