package no.altinn.simulation.store;

import no.altinn.events.event.Cursor;
import no.altinn.events.event.InvalidCursor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The registration order, by the rule of the deployed store: each event is stamped just before it
 * is written, readers see stamps of a certain age only, and a write takes a bounded time. The
 * stamps of one process grow; its name tells them from those of others. Not thread-safe.
 */
final class Stamps {
    /** How long one attempt to write an event may take. */
    static final Duration WRITE_BOUND = Duration.ofSeconds(2);

    /** While a stamp is younger, no reader has come past it. */
    private static final Duration FRESH = Duration.ofSeconds(3);

    private static final int MILLIS_DIGITS = 12;
    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern STAMP = Pattern.compile("[0-9a-f]{12}-[0-9a-f]{8}-[a-z0-9]+");

    private final String process;
    private final Clock clock;
    private long latest;
    private int number;

    Stamps(String process, Clock clock) {
        this.process = process;
        this.clock = clock;
    }

    /** The next stamp, greater than every stamp before. */
    String next() {
        latest = Math.max(latest, clock.millis());
        number++;
        return HEX.toHexDigits(latest, MILLIS_DIGITS)
                + "-"
                + HEX.toHexDigits(number)
                + "-"
                + process;
    }

    /** The bound before which every stamp is of an earlier millisecond. */
    static String lowest(Instant instant) {
        return HEX.toHexDigits(instant.toEpochMilli(), MILLIS_DIGITS) + "-00000000-0";
    }

    /** Whether a reader may have come past this stamp before its event was committed. */
    boolean mayBeMissed(String stamp, Instant committedBefore) {
        Instant fresh = stamped(stamp).plus(FRESH);
        return committedBefore.isAfter(fresh) && !fresh.isAfter(clock.instant());
    }

    /** When a stamp was given, by the clock of its process. */
    static Instant stamped(String stamp) {
        return Instant.ofEpochMilli(HexFormat.fromHexDigitsToLong(stamp, 0, MILLIS_DIGITS));
    }

    /** The stamp that a cursor holds; empty for the start. */
    static String of(Cursor cursor) {
        if (!cursor.equals(Cursor.START) && !STAMP.matcher(cursor.position()).matches()) {
            throw new InvalidCursor();
        }
        return cursor.position();
    }
}
