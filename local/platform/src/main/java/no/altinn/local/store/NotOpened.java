package no.altinn.local.store;

import no.altinn.local.files.FreeSpace;
import no.altinn.platform.client.Unavailable;

import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteErrorCode;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * The database could not be opened. The message is for the developer who started the platform: it
 * says what is wrong and what to do. To begin anew is advised for a damaged database alone.
 */
public final class NotOpened extends Unavailable {
    private static final long serialVersionUID = 1L;

    private NotOpened(String message, Exception cause) {
        super(message, cause);
    }

    /** Says why SQLite, or its driver, does not open a database file. */
    static NotOpened because(SQLException failure, Path file) {
        Path folder = folder(file);
        String text =
                failure.getCause() instanceof NativeLibraryNotFoundException
                        ? ofLibrary(Path.of(System.getProperty("java.io.tmpdir")))
                        : text(failure, FreeSpace.of(folder));
        return new NotOpened(text, failure);
    }

    /** Says why a file that is beside the database cannot be used. */
    static NotOpened because(IOException failure, Path file) {
        return new NotOpened(failing(FreeSpace.of(folder(file)), failure.toString()), failure);
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().getParent();
    }

    private static String text(SQLException failure, FreeSpace free) {
        Path folder = free.folder();
        String message = failure.getMessage();
        // The lowest byte is the kind; the rest tells kinds of kinds apart.
        return switch (SQLiteErrorCode.getErrorCode(failure.getErrorCode() & 0xff)) {
            case SQLITE_FULL -> free.full();
            // A full disk is not always told as such: creating a file fails, or making it longer.
            case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_NOLFS -> failing(free, message);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
                    "The database in %s cannot be written: %s. This user must be allowed to write the folder and the files in it; or name another folder with --data."
                            .formatted(folder, message);
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL ->
                    "Another program uses the database in %s: %s. Close that program, for example a SQLite shell, and start again."
                            .formatted(folder, message);
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT ->
                    "The database in %1$s is damaged: %2$s. Make a copy of %1$s first: SQLite's shell may save a part of it (.recover). Then --reset begins anew, and removes everything that is there; or name another folder with --data."
                            .formatted(folder, message);
            case SQLITE_NOMEM ->
                    "There is not enough memory to open the database in %s: %s. Nothing that was acknowledged is lost."
                            .formatted(folder, message);
            default ->
                    "The database in %s cannot be used: %s. Name another folder with --data."
                            .formatted(folder, message);
        };
    }

    private static String failing(FreeSpace free, String message) {
        return free.orFull(
                "The files in %s cannot be read or written: %s. This user must be allowed to use the folder and the files in it, the disk must work, and no quota or limit be reached; %s are free."
                        .formatted(free.folder(), message, free.amount()));
    }

    private static String ofLibrary(Path folder) {
        return "SQLite's library cannot be unpacked in %s: the folder must be writable, let programs run, and have room for a few MiB; %s are free. JAVA_OPTS=-Djava.io.tmpdir=DIR names another."
                .formatted(folder, FreeSpace.of(folder).amount());
    }
}
