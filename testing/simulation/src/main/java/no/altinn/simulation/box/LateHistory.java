package no.altinn.simulation.box;

import com.fasterxml.jackson.databind.node.ArrayNode;

import no.altinn.rest.happening.Happenings;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.simulation.flaw.PlantedBug;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A planted bug: the state of a message is written first, and its history afterwards. */
final class LateHistory {
    private LateHistory() {}

    static Entries plantedIn(PlantedBug bug, Entries entries) {
        if (bug != PlantedBug.HISTORY_AFTER_STATE) {
            return entries;
        }
        Object planted =
                Proxy.newProxyInstance(
                        Entries.class.getClassLoader(),
                        new Class<?>[] {Entries.class},
                        (proxy, method, arguments) -> {
                            try {
                                return method.getName().equals("replace")
                                        ? replaced(
                                                entries,
                                                (Entry) arguments[0],
                                                (String) arguments[1])
                                        : method.invoke(entries, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
        return (Entries) planted;
    }

    private static boolean replaced(Entries entries, Entry entry, String version) {
        Entry without =
                new Entry(
                        entry.partition(),
                        entry.id(),
                        entry.labels(),
                        entry.head().deepCopy(),
                        entry.body(),
                        entry.expires(),
                        entry.version());
        if (without.head().get(Happenings.MEMBER) instanceof ArrayNode happened
                && happened.size() > 1) {
            happened.remove(happened.size() - 1);
        }
        if (!entries.replace(without, version)) {
            return false;
        }
        entries.find(entry.partition(), entry.id())
                .ifPresent(found -> entries.replace(entry, found.version()));
        return true;
    }
}
