package no.altinn.local.store.wal;

import no.altinn.local.files.OwnerOnly;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * What a database lacks that had been committed.
 *
 * @param finding what is missing, in a sentence
 * @param meaning what that means if SQLite uses what it can
 * @param meaningWithoutLog what it means if SQLite uses the database alone
 * @param log what is left of the log
 */
public record LogLoss(String finding, String meaning, String meaningWithoutLog, Log log) {
    /** What is left of a log. */
    enum Log {
        /** Nothing. */
        NONE,
        /** Something of which SQLite must take nothing. */
        USELESS,
        /** A part, which SQLite takes. */
        PART,
        /** All of it, as far as it goes. */
        WHOLE
    }

    /** Where it makes no difference whether SQLite uses the log. */
    LogLoss(String finding, String meaning, Log log) {
        this(finding, meaning, meaning, log);
    }

    /** Whether the database may lack what its own process had acknowledged. */
    public boolean isSerious() {
        return log != Log.WHOLE;
    }

    /** Whether SQLite would take a part of the log. The database may be newer than that part. */
    public boolean hasPart() {
        return log == Log.PART;
    }

    /**
     * Keeps the log that was found under another name, as far as that is needed. Call this before
     * SQLite opens the database for writing, because it writes over what it does not take.
     *
     * @param isUsed whether SQLite is to use the log, if there is a part that it takes
     * @return what is missing, what that means, and where the log is kept
     */
    public String keep(DatabaseFiles files, boolean isUsed) throws IOException {
        Path kept = files.damagedLog();
        if (log == Log.USELESS || (log == Log.PART && !isUsed)) {
            Files.move(files.log(), kept, StandardCopyOption.REPLACE_EXISTING);
            return text(meaningWithoutLog, keptAs(kept));
        }
        return log == Log.PART ? text(meaning, copy(files.log(), kept)) : text(meaning, "");
    }

    private String text(String meaning, String log) {
        return "%s %s %s".formatted(finding, meaning, log).strip();
    }

    private static String copy(Path log, Path kept) throws IOException {
        try (FileChannel from = FileChannel.open(log, StandardOpenOption.READ);
                FileChannel to =
                        OwnerOnly.open(
                                kept,
                                Set.of(
                                        StandardOpenOption.CREATE,
                                        StandardOpenOption.WRITE,
                                        StandardOpenOption.TRUNCATE_EXISTING))) {
            long length = from.size();
            for (long done = 0; done < length; ) {
                done += from.transferTo(done, length - done, to);
            }
            return keptAs(kept);
        } catch (IOException e) {
            // A full disk must not keep the rest from being used.
            Files.deleteIfExists(kept);
            return "The log could not be kept as it was: %s.".formatted(e.getMessage());
        }
    }

    private static String keptAs(Path kept) {
        return "The log as it was found is kept as %s.".formatted(kept);
    }
}
