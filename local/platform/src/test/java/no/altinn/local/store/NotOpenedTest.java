package no.altinn.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;

final class NotOpenedTest {
    @TempDir private Path folder;

    private String text(SQLiteErrorCode code) {
        return text(new SQLiteException("[" + code.name() + "] (as SQLite says it)", code));
    }

    private String text(SQLException failure) {
        return NotOpened.because(failure, folder.resolve("events.db")).getMessage();
    }

    @Test
    void aFullDiskIsToldWithItsFolderAndWhatIsFree() {
        assertThat(text(SQLiteErrorCode.SQLITE_FULL))
                .contains("disk is full", folder.toString(), "are free", "Make room", "is lost")
                .doesNotContain("--reset");
    }

    @ParameterizedTest
    @EnumSource(
            names = {"SQLITE_READONLY.*", "SQLITE_PERM", "SQLITE_AUTH"},
            mode = Mode.MATCH_ANY)
    void aFolderThatMayNotBeWrittenIsTold(SQLiteErrorCode code) {
        assertThat(text(code)).contains("allowed to write", folder.toString(), "--data");
    }

    @ParameterizedTest
    @EnumSource(
            names = {"SQLITE_BUSY.*", "SQLITE_LOCKED.*", "SQLITE_PROTOCOL"},
            mode = Mode.MATCH_ANY)
    void anotherProgramThatHasItOpenIsTold(SQLiteErrorCode code) {
        assertThat(text(code)).contains("Another program", folder.toString(), "Close");
    }

    @ParameterizedTest
    @EnumSource(
            names = {"SQLITE_IOERR.*", "SQLITE_CANTOPEN.*"},
            mode = Mode.MATCH_ANY)
    void aDiskThatFailsIsToldWithItsCode(SQLiteErrorCode code) {
        assertThat(text(code)).contains(code.name(), folder.toString(), "quota", "are free");
    }

    @ParameterizedTest
    @EnumSource(
            names = {"SQLITE_CORRUPT.*", "SQLITE_NOTADB", "SQLITE_FORMAT"},
            mode = Mode.MATCH_ANY)
    void onlyADamagedDatabaseIsToBeginAnewAfterACopy(SQLiteErrorCode code) {
        assertThat(text(code)).contains("damaged", folder.toString());
        assertThat(text(code).indexOf("copy"))
                .isPositive()
                .isLessThan(text(code).indexOf("--reset"));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"SQLITE_CORRUPT.*", "SQLITE_NOTADB", "SQLITE_FORMAT"},
            mode = Mode.MATCH_NONE)
    void nothingElseIsAReasonToBeginAnew(SQLiteErrorCode code) {
        assertThat(text(code)).contains(folder.toString()).doesNotContain("--reset");
    }

    @Test
    void aLibraryThatCannotBeUnpackedIsToldWithTheFolderOfTemporaryFiles() {
        SQLException failure = new SQLException("Error opening connection");
        failure.initCause(new NativeLibraryNotFoundException("No native library found"));

        assertThat(text(failure))
                .contains(System.getProperty("java.io.tmpdir"), "are free", "JAVA_OPTS")
                .doesNotContain("--reset");
    }

    @Test
    void whatTheDriverItselfRefusesIsTold() {
        assertThat(text(new SQLException("opening db: 'x': no such thing")))
                .contains("no such thing", folder.toString())
                .doesNotContain("--reset");
    }

    @Test
    void aFileThatMayNotBeUsedIsNamed() {
        IOException failure = new AccessDeniedException("/x/events.db");

        assertThat(NotOpened.because(failure, folder.resolve("events.db")))
                .hasMessageContaining("/x/events.db")
                .hasMessageContaining("allowed")
                .hasMessageNotContaining("--reset");
    }
}
