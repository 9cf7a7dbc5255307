package no.altinn.bench.rest;

import no.altinn.local.store.SqliteStores;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.catalogue.ServiceType;
import no.altinn.rest.language.Text;
import no.altinn.rest.message.Contents;
import no.altinn.rest.message.Message;
import no.altinn.rest.message.Messages;
import no.altinn.rest.message.Origin;
import no.altinn.rest.message.State;
import no.altinn.rest.message.Words;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Fills the box of person A in the data directory of a platform that does not run.
 *
 * <pre>
 * java … FilledBox DATA MESSAGES
 * </pre>
 *
 * <p>The messages are sixty days old, so that the platform does not tell the Events API of each of
 * them when it starts.
 */
public final class FilledBox {
    private static final Duration AGE = Duration.ofDays(60);
    private static final int PARTY = 50_000_001;
    private static final long FIRST = 1_000;
    // Those that wait together are made durable together.
    private static final int WRITERS = 64;
    private static final String SUMMARY = "Dette er en melding til deg. ".repeat(8);
    private static final String BODY = "<p>%s</p>".formatted("Du har fått svar. ".repeat(50));

    private FilledBox() {}

    /** Fills the box. */
    public static void main(String[] a) throws Exception {
        try (SqliteStores stores = SqliteStores.open(Path.of(a[0]), Clock.systemUTC())) {
            fill(stores, Integer.parseInt(a[1]));
        }
    }

    /**
     * Adds so many messages to the box of person A.
     *
     * @throws Exception if the stores cannot do it
     */
    public static void fill(SqliteStores stores, int messages) throws Exception {
        long end = FIRST + messages;
        Instant start = Instant.now().minus(AGE);
        AtomicLong next = new AtomicLong(FIRST);
        Callable<Void> writer =
                () -> {
                    for (long n = next.getAndIncrement(); n < end; n = next.getAndIncrement()) {
                        long number = n;
                        new Messages(stores.entries(), () -> number)
                                .add(any -> message(number, start));
                    }
                    return null;
                };
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            for (Future<Void> done : threads.invokeAll(Collections.nCopies(WRITERS, writer))) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static Message message(long number, Instant start) {
        return Message.of(
                PARTY,
                number,
                origin(number % 3 == 0 ? "2002" : "2001"),
                new Words(
                        "Vedtak i sak " + number,
                        SUMMARY,
                        "Testdepartementet",
                        Optional.empty(),
                        List.of()),
                start.plusSeconds(number),
                "Testdepartementet",
                state(number),
                new Contents(BODY, "", 0, List.of(), List.of(), List.of()));
    }

    private static Origin origin(String service) {
        return new Origin(
                new ServiceKey(service, 1),
                ServiceType.CORRESPONDENCE,
                "ttd",
                Text.same("Testdepartementet"),
                1);
    }

    private static State state(long number) {
        return switch ((int) (number % 4)) {
            case 0 -> new State.Unread(false);
            case 1 -> new State.Read(true);
            case 2 -> new State.Confirmed();
            default -> new State.Archived(false);
        };
    }
}
