package no.altinn.local.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

class FreeSpaceTest {
    @TempDir Path folder;

    @Test
    void thatOfAFolderToComeIsThatOfTheFolderAboveIt() {
        assertThat(FreeSpace.of(folder.resolve("a/b")).bytes())
                .isPositive()
                .isLessThan(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1023, 1023 bytes",
        "65536, 64 KiB",
        "1048575, 1023 KiB",
        "1048576, 1 MiB",
        "5368709120, 5 GiB"
    })
    void theAmountIsForAPersonToRead(long bytes, String amount) {
        assertThat(new FreeSpace(folder, bytes).amount()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1048575, true", "1048576, false"})
    void aFailureForWhichThereWasNoRoomIsThatOfAFullDisk(long bytes, boolean isFull) {
        FreeSpace free = new FreeSpace(folder, bytes);

        assertThat(free.orFull("It failed.")).isEqualTo(isFull ? free.full() : "It failed.");
    }

    @Test
    void aFullDiskIsToldWithItsFolderAndWhatIsFree() {
        assertThat(new FreeSpace(folder, 4_096).full())
                .contains("disk is full", folder.toString(), "4 KiB", "Make room")
                .doesNotContain("--reset");
    }
}
