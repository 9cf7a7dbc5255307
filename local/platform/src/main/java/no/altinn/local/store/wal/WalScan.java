package no.altinn.local.store.wal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What SQLite finds in a write-ahead log: all frames to the last commit before the first frame that
 * is not right. SQLite ignores everything after that, without a word.
 *
 * <p>After a kill, a frame that is not right is ordinary. The frames of a transaction that was not
 * committed come first, the last of them half written, and then frames of an older log. But no
 * frame of a commit comes after it: such a transaction was written as a whole.
 *
 * @param header the log's header
 * @param committed how many frames SQLite takes
 * @param isBroken whether a frame of this log, whole or in part, is not right
 * @param lostCommits how many commits come after that and are right in themselves
 * @param current the number of the last frame of this log, right or not; 0 if there is none
 */
record WalScan(WalHeader header, long committed, boolean isBroken, int lostCommits, long current) {

    /** Reads a log; empty if SQLite would not even take its header. */
    static Optional<WalScan> of(Path log) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(log), 1 << 16)) {
            Optional<WalHeader> header = WalHeader.of(in.readNBytes(WalHeader.BYTES));
            return header.isEmpty() ? Optional.empty() : Optional.of(scan(header.get(), in));
        }
    }

    /** The length of a log with this many frames, in bytes. */
    long bytes(long frames) {
        return WalHeader.BYTES + frames * WalFrame.length(header);
    }

    private static WalScan scan(WalHeader header, InputStream in) throws IOException {
        WalFrame frame = new WalFrame(header);
        long before = header.checksum();
        long number = 0;
        long committed = 0;
        long right = 0;
        long current = 0;
        int lostCommits = 0;
        int read = frame.read(in);
        for (; read == WalFrame.length(header); read = frame.read(in)) {
            number++;
            boolean follows = frame.follows(before);
            if (follows && right == number - 1) {
                right = number;
                committed = frame.isCommit() ? number : committed;
            } else if (follows && frame.isCommit()) {
                lostCommits++;
            }
            current = frame.isCurrent() ? number : current;
            // Behind a frame that is not right, each is compared with what the one before it says.
            before = frame.checksum();
        }
        boolean endsWithinFrame = right == number && read > 0;
        return new WalScan(
                header, committed, current > right || endsWithinFrame, lostCommits, current);
    }
}
