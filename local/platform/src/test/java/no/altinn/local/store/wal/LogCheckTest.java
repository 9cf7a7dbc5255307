package no.altinn.local.store.wal;

import static no.altinn.local.store.wal.LiveDatabase.cut;
import static no.altinn.local.store.wal.LiveDatabase.damage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

final class LogCheckTest {
    private static final int PAGE = 4_096;
    private static final int FRAME = 24 + PAGE;
    private static final int HEADER = 32;

    @TempDir private Path folder;
    private LiveDatabase live;

    @BeforeEach
    void open() throws Exception {
        live = new LiveDatabase(folder);
    }

    @AfterEach
    void close() throws SQLException {
        live.close();
    }

    private static void assertNoLoss(DatabaseFiles files) throws IOException {
        assertThat(LogCheck.of(files)).isEmpty();
    }

    private static LogLoss loss(DatabaseFiles files) throws IOException {
        return LogCheck.of(files).orElseThrow();
    }

    private static String text(DatabaseFiles files) throws IOException {
        return loss(files).finding() + " " + loss(files).meaning();
    }

    private static long frames(DatabaseFiles files) throws IOException {
        return (Files.size(files.log()) - HEADER) / FRAME;
    }

    /** How many rows SQLite finds. */
    private static int rows(DatabaseFiles files) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + files.database());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM t")) {
            return row.getInt(1);
        }
    }

    @Nested
    class WhatAKillLeavesIsNoLoss {
        @Test
        void ofCommits() throws Exception {
            assertNoLoss(live.commit(10).leave());
        }

        @Test
        void ofATransactionThatWasNotCommitted() throws Exception {
            live.commit(3).run("PRAGMA cache_size = 1").run("BEGIN").commit(20);
            DatabaseFiles left = live.leave();

            WalScan scan = WalScan.of(left.log()).orElseThrow();
            assertThat(scan.current()).isGreaterThan(scan.committed());
            assertNoLoss(left);
            Files.delete(left.index());
            assertNoLoss(left);
        }

        @Test
        void ofATransactionThatWroteAPageTwice() throws Exception {
            live.commit(3).run("PRAGMA cache_size = 1").run("BEGIN").commit(20);
            live.run("UPDATE t SET text = 'y' || text").commit(20);
            DatabaseFiles left = live.leave();

            assertThat(WalScan.of(left.log()).orElseThrow().isBroken()).isTrue();
            assertNoLoss(left);
            Files.delete(left.index());
            assertNoLoss(left);
        }

        @Test
        void ofAFrameThatWasHalfWritten() throws Exception {
            live.commit(3).run("PRAGMA cache_size = 1").run("BEGIN").commit(20);
            DatabaseFiles left = live.leave();
            cut(left.log(), Files.size(left.log()) - PAGE + 512);

            assertNoLoss(left);
            Files.delete(left.index());
            assertNoLoss(left);
        }

        @Test
        void ofALogThatStartedOver() throws Exception {
            DatabaseFiles left = live.commit(10).copyLog().commit(2).leave();

            assertThat(frames(left)).isGreaterThan(WalScan.of(left.log()).orElseThrow().current());
            assertNoLoss(left);
            Files.delete(left.index());
            assertNoLoss(left);
        }

        @Test
        void ofALogOfWhichOnlyTheHeaderStartedOver() throws Exception {
            DatabaseFiles left = live.commit(10).copyLog().leave();
            byte[] old = Files.readAllBytes(left.log());
            live.commit(1);
            System.arraycopy(Files.readAllBytes(live.files().log()), 0, old, 0, HEADER);
            Files.write(left.log(), old);

            assertThat(WalScan.of(left.log()).orElseThrow().current()).isZero();
            assertNoLoss(left);
        }

        @Test
        void ofADatabaseThatWasCopiedWhole() throws Exception {
            assertNoLoss(live.commit(10).copyLog().leave());
        }

        @Test
        void beforeTheFirstCommit() throws Exception {
            DatabaseFiles left = live.leave();
            left.marker().putAside();
            cut(left.log(), 0);

            assertNoLoss(left);
        }
    }

    @Nested
    class ADatabaseThatWasClosed {
        @Test
        void lacksNothing() throws Exception {
            live.commit(3).close();

            assertThat(live.files().log()).doesNotExist();
            assertNoLoss(live.files());
        }

        @Test
        void lacksNothingWhereThereIsNone() throws Exception {
            assertNoLoss(new DatabaseFiles(folder.resolve("none/events.db")));
        }
    }

    @Nested
    class AMissingLog {
        @Test
        void losesWhatWasNotCopied() throws Exception {
            DatabaseFiles left = live.commit(3).leave();
            long pages = frames(left);
            Files.delete(left.log());

            assertThat(text(left))
                    .contains(left.log().toString(), "missing", pages + " pages", "are lost");
            assertThat(loss(left).isSerious()).isTrue();
        }

        @Test
        void losesAsMuchWhenItIsEmpty() throws Exception {
            DatabaseFiles left = live.commit(3).leave();
            cut(left.log(), 0);

            assertThat(text(left)).contains("missing", "are lost");
        }

        @Test
        void losesNothingWhenItWasCopied() throws Exception {
            DatabaseFiles left = live.commit(3).copyLog().leave();
            Files.delete(left.log());

            assertThat(text(left)).contains("missing", "nothing is lost");
            assertThat(rows(left)).isEqualTo(3);
        }

        @Test
        void mayHaveBeenClosedByAnotherProgramIfItsIndexIsGoneToo() throws Exception {
            DatabaseFiles left = live.commit(3).leave();
            Files.delete(left.log());
            Files.delete(left.index());

            assertThat(text(left)).contains("missing", "are lost", "unless another SQLite program");
        }

        @Test
        void ofACopyIsNotExcusedByItsIndex() throws Exception {
            DatabaseFiles copy = live.commit(3).copyLog().copy();
            Files.delete(copy.log());

            assertThat(text(copy)).contains("are lost").doesNotContain("nothing is lost");
        }
    }

    @Nested
    class ADamagedLog {
        @Test
        void isToldWithTheBytesThatAreLeftOut() throws Exception {
            DatabaseFiles left = live.commit(9).leave();
            long frames = frames(left);
            damage(left.log(), HEADER + frames / 2 * FRAME + 1_000);
            long taken = WalScan.of(left.log()).orElseThrow().committed();

            assertThat(taken).isPositive().isLessThanOrEqualTo(frames / 2);
            assertThat(text(left))
                    .contains(
                            left.log().toString(),
                            "from byte " + (HEADER + taken * FRAME),
                            (frames - taken) * FRAME + " bytes",
                            "are lost");
        }

        @Test
        void isToldWithoutAnIndexToo() throws Exception {
            DatabaseFiles left = live.commit(9).leave();
            Files.delete(left.index());
            long frames = frames(left);
            damage(left.log(), HEADER + frames / 2 * FRAME + 1_000);
            long taken = WalScan.of(left.log()).orElseThrow().committed();

            assertThat(text(left)).contains((frames - taken) * FRAME + " bytes");
        }

        @Test
        void isToldWhenTheLastFrameIsWrong() throws Exception {
            DatabaseFiles left = live.commit(9).leave();
            damage(left.log(), Files.size(left.log()) - 1);

            assertThat(text(left)).contains("are lost");
        }

        @Test
        void isToldWhenAFramesOwnHeaderIsWrong() throws Exception {
            DatabaseFiles left = live.commit(9).leave();
            damage(left.log(), HEADER + 5 * FRAME + 9);
            Files.delete(left.index());

            assertThat(text(left)).contains("are lost");
        }

        @Test
        void isToldWhenItIsCut() throws Exception {
            DatabaseFiles left = live.commit(9).leave();
            cut(left.log(), Files.size(left.log()) / 2);

            assertThat(text(left)).contains("cut short", "are lost");
        }

        @Test
        void isToldWhenItIsCutInACopyToo() throws Exception {
            DatabaseFiles copy = live.commit(9).copy();
            cut(copy.log(), Files.size(copy.log()) / 2);

            assertThat(text(copy))
                    .contains("cut short", "are lost", "unless this folder is a copy");
            assertThat(loss(copy).isSerious()).isTrue();
        }

        @Test
        void isToldWhenItsHeaderIsWrong() throws Exception {
            DatabaseFiles left = live.commit(9).leave();
            long length = Files.size(left.log());
            damage(left.log(), 20);

            assertThat(text(left)).contains("beginning", length + " bytes", "are lost");
        }

        @Test
        void isKeptBesideThePartThatSqliteTakes() throws Exception {
            DatabaseFiles left = live.commit(9).leave();
            cut(left.log(), Files.size(left.log()) / 2);
            byte[] found = Files.readAllBytes(left.log());

            assertThat(loss(left).hasPart()).isTrue();
            assertThat(loss(left).keep(left, true))
                    .contains("are lost", left.damagedLog().toString());

            assertThat(left.damagedLog()).hasBinaryContent(found);
            assertThat(rows(left)).isBetween(1, 8);
        }

        @Test
        void isMovedAwayFromADatabaseThatIsNewer() throws Exception {
            DatabaseFiles left = live.commit(9).copyLog().leave();
            cut(left.log(), Files.size(left.log()) / 2);

            assertThat(loss(left).keep(left, false))
                    .contains("nothing is lost", left.damagedLog().toString());

            assertThat(left.log()).doesNotExist();
            assertThat(rows(left)).isEqualTo(9);
        }

        @Test
        void isNotKnownToBeInTheDatabaseOfACopy() throws Exception {
            DatabaseFiles copy = live.commit(9).copyLog().copy();
            cut(copy.log(), Files.size(copy.log()) / 2);

            assertThat(loss(copy).keep(copy, false))
                    .contains("are lost")
                    .doesNotContain("nothing is lost");
        }
    }

    @Nested
    class AMissingDatabase {
        @Test
        void isToldAndItsLogKept() throws Exception {
            DatabaseFiles left = live.commit(3).leave();
            Files.delete(left.database());

            assertThat(loss(left).keep(left, true))
                    .contains(left.database().toString(), "missing", "are lost");
            assertThat(left.damagedLog()).exists();
        }

        @Test
        void isToldWhenItIsEmptyAndNothingIsBesideIt() throws Exception {
            DatabaseFiles left = live.commit(3).leave();
            cut(left.database(), 0);
            Files.delete(left.log());

            assertThat(loss(left).keep(left, true)).contains("missing");
        }
    }

    @Nested
    class ACopyOfARunningPlatform {
        @Test
        void isNoLoss() throws Exception {
            assertNoLoss(live.commit(3).copy());
        }

        @Test
        void isNoLossWhenItsIndexIsOlderThanItsLog() throws Exception {
            DatabaseFiles copy = live.commit(3).copy();
            byte[] older = Files.readAllBytes(copy.index());
            live.commit(3).copy();
            Files.write(copy.index(), older);

            assertNoLoss(copy);
        }

        @Test
        void isNoLossWhenTheLogStartedOverBetweenItsFiles() throws Exception {
            DatabaseFiles copy = live.commit(9).copyLog().copy();
            live.commit(2).copyIndexTo(copy);

            assertNoLoss(copy);
        }

        @Test
        void isNotSeriousWhenItsIndexIsNewerThanItsLog() throws Exception {
            DatabaseFiles copy = live.commit(3).copy();
            live.commit(3).copyIndexTo(copy);

            LogLoss loss = loss(copy);
            assertThat(loss.isSerious()).isFalse();
            assertThat(loss.keep(copy, true)).contains("copy", "while the platform ran");
            assertThat(copy.damagedLog()).doesNotExist();
        }
    }
}
