package no.altinn.local.store;

import no.altinn.events.event.TestEvents;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * A program that appends events until it is killed, and prints the id of each when it is stored.
 * Its arguments are the data directory and what the ids begin with.
 */
final class EndlessAppends {
    private static final int WRITERS = 4;

    private EndlessAppends() {}

    public static void main(String[] arguments) {
        SqliteStores stores = SqliteStores.open(Path.of(arguments[0]), Clock.systemUTC());
        for (int writer = 0; writer < WRITERS; writer++) {
            String prefix = arguments[1] + "w" + writer + "-";
            new Thread(() -> append(stores, prefix)).start();
        }
    }

    private static void append(SqliteStores stores, String prefix) {
        for (int i = 0; ; i++) {
            stores.events().append(List.of(TestEvents.event(prefix + i)));
            System.out.println(prefix + i);
        }
    }
}
