package no.altinn.local.host.apps;

import no.altinn.local.host.HostedFunction;
import no.altinn.local.host.Trigger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Finds what two apps both claim; within one app, its own catalog has checked that. */
final class AppConflicts {
    private AppConflicts() {}

    /** One line for every claim of two apps. */
    static List<String> of(List<LoadedApp> apps) {
        List<String> conflicts = new ArrayList<>();
        for (int i = 0; i < apps.size(); i++) {
            for (LoadedApp later : apps.subList(i + 1, apps.size())) {
                addConflicts(conflicts, apps.get(i), later);
            }
        }
        return conflicts;
    }

    private static void addConflicts(List<String> conflicts, LoadedApp one, LoadedApp other) {
        if (one.name().equals(other.name())) {
            conflicts.add("%s: more than one app has this name".formatted(one.name()));
        }
        for (HostedFunction claim : one.catalog().functions()) {
            for (HostedFunction second : other.catalog().functions()) {
                if (routesCollide(claim.trigger(), second.trigger())) {
                    conflicts.add(
                            "%s of %s: its route and a method of it are those of %s of %s"
                                    .formatted(
                                            second.name(), other.name(), claim.name(), one.name()));
                } else if (queuesCollide(claim.trigger(), second.trigger())) {
                    conflicts.add(
                            "%s of %s: its queue is that of %s of %s, and each message fires one"
                                    .formatted(
                                            second.name(), other.name(), claim.name(), one.name()));
                }
            }
        }
    }

    private static boolean routesCollide(Trigger one, Trigger other) {
        return one instanceof Trigger.Http a
                && other instanceof Trigger.Http b
                && form(a.route()).equals(form(b.route()))
                && !Collections.disjoint(a.methods(), b.methods());
    }

    /** The route without the names of its parameters, which decide nothing. */
    private static String form(String route) {
        return route.toLowerCase(Locale.ROOT).replaceAll("\\{(\\**)[^{}:?]*", "{$1");
    }

    private static boolean queuesCollide(Trigger one, Trigger other) {
        return one instanceof Trigger.Queue && one.equals(other);
    }
}
