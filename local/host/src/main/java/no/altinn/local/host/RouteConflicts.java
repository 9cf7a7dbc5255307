package no.altinn.local.host;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds HTTP functions that claim the same route with a common method. */
final class RouteConflicts {
    private RouteConflicts() {}

    /** One line for every two functions that are in each other's way. */
    static List<String> of(List<HostedFunction> functions) {
        List<String> conflicts = new ArrayList<>();
        for (int i = 0; i < functions.size(); i++) {
            for (HostedFunction later : functions.subList(i + 1, functions.size())) {
                if (conflict(functions.get(i).trigger(), later.trigger())) {
                    conflicts.add(
                            "%s: its route and a method of it are those of %s"
                                    .formatted(later.name(), functions.get(i).name()));
                }
            }
        }
        return conflicts;
    }

    private static boolean conflict(Trigger one, Trigger other) {
        return one instanceof Trigger.Http a
                && other instanceof Trigger.Http b
                && a.route().equalsIgnoreCase(b.route())
                && !Collections.disjoint(a.methods(), b.methods());
    }
}
