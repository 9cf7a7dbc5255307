package no.altinn.events.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * The attempts at one endpoint that this process has seen lately: how many there were and failed in
 * a minute, and when the last ten failures in a row were. Thread-safe.
 */
final class FailureCount {
    private static final int LEAST = 10;
    private static final int IN_A_ROW = 10;
    private static final Duration ROW = Duration.ofMinutes(10);

    /** A minute is counted in pieces, the oldest of which is forgotten as a whole. */
    private static final int PIECES = 12;

    private static final long PIECE_MILLIS = Duration.ofMinutes(1).toMillis() / PIECES;

    // All guarded by this.
    private final int[] attempts = new int[PIECES];
    private final int[] failures = new int[PIECES];
    private final long[] row = new long[IN_A_ROW];
    private long piece = Long.MIN_VALUE;
    private int inARow;

    /** Counts an attempt that succeeded. */
    synchronized void succeeded(Instant at) {
        attempts[index(at)]++;
        inARow = 0;
    }

    /**
     * Counts an attempt that failed.
     *
     * @return whether it is one too many; then the count begins anew
     */
    synchronized boolean failed(Instant at) {
        int index = index(at);
        attempts[index]++;
        failures[index]++;
        row[inARow % IN_A_ROW] = at.toEpochMilli();
        inARow++;
        boolean isTooMany = mostFail() || isLongRow(at);
        if (isTooMany) {
            clear();
        }
        return isTooMany;
    }

    private boolean mostFail() {
        int all = 0;
        int failed = 0;
        for (int i = 0; i < PIECES; i++) {
            all += attempts[i];
            failed += failures[i];
        }
        return all >= LEAST && 2 * failed >= all;
    }

    private boolean isLongRow(Instant at) {
        // The oldest of the row is where the next one goes.
        return inARow >= IN_A_ROW && at.toEpochMilli() - row[inARow % IN_A_ROW] <= ROW.toMillis();
    }

    private void clear() {
        inARow = 0;
        for (int i = 0; i < PIECES; i++) {
            attempts[i] = 0;
            failures[i] = 0;
        }
    }

    /** Forgets the pieces that are over a minute old. */
    private int index(Instant at) {
        long current = Math.max(piece, at.toEpochMilli() / PIECE_MILLIS);
        long first = Math.max(piece + 1, current - PIECES + 1);
        for (long passed = first; passed <= current; passed++) {
            attempts[Math.floorMod(passed, PIECES)] = 0;
            failures[Math.floorMod(passed, PIECES)] = 0;
        }
        piece = current;
        return Math.floorMod(current, PIECES);
    }
}
