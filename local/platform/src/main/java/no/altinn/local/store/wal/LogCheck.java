package no.altinn.local.store.wal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * Looks, before SQLite opens a database, whether the log is there that belongs to it, and whether
 * SQLite will take all of it that was committed. SQLite itself says nothing of either.
 *
 * <p>What the end of the last process leaves, however it ended, is no loss: neither a transaction
 * that was not committed nor the frames of an older log.
 */
public final class LogCheck {
    private static final String NOT_COPIED =
            "Acknowledged events that had not been copied into the database are lost.";

    private final DatabaseFiles files;
    private final Optional<WalIndex> index;
    // A copy may be of several moments: its index says nothing of its database.
    private final boolean isOriginal;

    private LogCheck(DatabaseFiles files) throws IOException {
        this.files = files;
        this.index = WalIndex.of(files.index());
        this.isOriginal = files.hasDatabase() && files.marker().isOf(files.database());
    }

    /** What is missing; empty if nothing is. */
    public static Optional<LogLoss> of(DatabaseFiles files) throws IOException {
        return new LogCheck(files).loss();
    }

    private Optional<LogLoss> loss() throws IOException {
        boolean wasOpen = files.marker().isThere();
        boolean hasLog = files.hasLog();
        if (!files.hasDatabase()) {
            return wasOpen || hasLog ? Optional.of(withoutDatabase(hasLog)) : Optional.empty();
        }
        if (!hasLog) {
            return wasOpen ? Optional.of(withoutLog()) : Optional.empty();
        }
        Optional<WalScan> scan = WalScan.of(files.log());
        return scan.isEmpty() ? Optional.of(withoutHeader()) : ofLog(scan.get());
    }

    private Optional<LogLoss> ofLog(WalScan scan) {
        Optional<WalIndex> ofLog =
                index.filter(one -> one.frames() > 0 && one.salts() == scan.header().salts());
        if (ofLog.isEmpty()) {
            // Without an index, the end of the log is where the commits end.
            return scan.lostCommits() == 0
                    ? Optional.empty()
                    : Optional.of(damaged(scan, scan.current()));
        }
        long frames = ofLog.get().frames();
        if (scan.committed() >= frames) {
            return Optional.empty();
        }
        return Optional.of(isOriginal || scan.isBroken() ? damaged(scan, frames) : earlier(scan));
    }

    private LogLoss withoutDatabase(boolean hasLog) {
        return new LogLoss(
                "The database %s is missing, though the last process did not close it."
                        .formatted(files.database()),
                "A new one is made: all events, subscriptions and deliveries are lost.",
                hasLog ? LogLoss.Log.USELESS : LogLoss.Log.NONE);
    }

    private LogLoss withoutLog() {
        return new LogLoss(
                "The write-ahead log %s is missing, though the last process did not close the database."
                        .formatted(files.log()),
                meaningWithoutLog()
                        .orElse(
                                "Acknowledged events that had not been copied into the database are"
                                        + " lost, unless another SQLite program has closed it"
                                        + " since."),
                LogLoss.Log.NONE);
    }

    private LogLoss withoutHeader() throws IOException {
        return new LogLoss(
                "The write-ahead log %s is damaged at its beginning: all %d bytes are left out."
                        .formatted(files.log(), Files.size(files.log())),
                meaningWithoutLog().orElse(NOT_COPIED),
                LogLoss.Log.USELESS);
    }

    /**
     * The log of which SQLite takes too little.
     *
     * @param frames how many frames were committed
     */
    private LogLoss damaged(WalScan scan, long frames) {
        long end = scan.bytes(scan.committed());
        return new LogLoss(
                "The write-ahead log %s is damaged or cut short: from byte %d on, %d bytes of commits are left out."
                        .formatted(files.log(), end, scan.bytes(frames) - end),
                isOriginal
                        ? "Acknowledged events in them are lost."
                        : "Acknowledged events in them are lost, unless this folder is a copy that"
                                + " was made while the platform ran: then the original has them.",
                "The database is newer than the rest of the log. "
                        + meaningWithoutLog().orElse(NOT_COPIED),
                LogLoss.Log.PART);
    }

    private LogLoss earlier(WalScan scan) {
        return new LogLoss(
                "This folder is a copy that was made while the platform ran: of the write-ahead log %s, the copy has the first %d bytes."
                        .formatted(files.log(), scan.bytes(scan.committed())),
                "What was written after that is not in the copy.",
                LogLoss.Log.WHOLE);
    }

    /** What is known of the part of the log that had been copied into the database. */
    private Optional<String> meaningWithoutLog() {
        return index.filter(any -> isOriginal)
                .map(
                        of ->
                                of.copied() >= of.frames()
                                        ? "All of the log had been copied into the database:"
                                                + " nothing is lost."
                                        : "%d pages of the log had not been copied into the database: acknowledged events in them are lost."
                                                .formatted(of.frames() - of.copied()));
    }
}
