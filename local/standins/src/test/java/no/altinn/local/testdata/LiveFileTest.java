package no.altinn.local.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.testing.log.CapturedLog;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class LiveFileTest {
    private final MutableClock clock = MutableClock.at("2026-03-01T00:00:00Z");
    private final CapturedLog log = CapturedLog.of(LiveFile.class);

    /** Read strictly, to a text. */
    record Content(String v) {}

    @TempDir Path folder;

    @AfterEach
    void stopListening() {
        log.close();
    }

    /** What the log tells beside the files that were read. */
    private List<String> warnings() {
        return log.lines().stream().filter(line -> !line.startsWith("Read ")).toList();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("parties.json"), text);
    }

    private static String content(String value) {
        return "{\"v\":\"%s\"}".formatted(value);
    }

    private LiveFile<String> open(Path... paths) {
        return new LiveFile<>(
                new FilePlaces("parties.json", List.of(paths), false),
                text -> StrictFile.read(text, Content.class).v(),
                clock);
    }

    /** Looks as the watch does, until a moment has passed. */
    private void lookForAMoment(LiveFile<?> file) {
        file.look();
        clock.advance(LiveFile.MOMENT);
        file.look();
    }

    @Test
    void aChangeIsSeenWithoutARestart() throws IOException {
        LiveFile<String> file = open(write(content("old")));

        write(content("brand new"));

        assertThat(file.get()).isEqualTo("brand new");
    }

    @Test
    void anUnchangedFileIsReadOnce() throws IOException {
        LiveFile<Object> file =
                new LiveFile<>(
                        new FilePlaces("parties.json", List.of(write("{}")), false),
                        text -> new Object(),
                        clock);

        assertThat(file.get()).isSameAs(file.get());
    }

    @Test
    void thoseWhoRememberAreToldOfEachChangeThatCounts() throws IOException {
        LiveFile<String> file = open(write(content("old")));
        List<String> told = new ArrayList<>();
        file.onChange(() -> told.add("changed"));

        file.look();
        assertThat(told).isEmpty();
        write(content("new"));
        file.look();
        file.look();
        assertThat(told).hasSize(1);
        write("{");
        lookForAMoment(file);
        assertThat(told).hasSize(1);
    }

    @Test
    void theLastGoodVersionStaysWhileTheFileIsMalformed() throws IOException {
        LiveFile<String> file = open(write(content("good")));

        write("{\"v\":");
        lookForAMoment(file);
        assertThat(file.get()).isEqualTo("good");

        write(content("repaired"));
        assertThat(file.get()).isEqualTo("repaired");
    }

    @Test
    void aFaultIsOneLineThatNamesTheVersionInForce() throws IOException {
        Path path = write(content("good"));
        LiveFile<String> file = open(path);
        String time =
                DateTimeFormatter.ofPattern("HH:mm")
                        .format(clock.instant().atZone(ZoneId.systemDefault()));
        clock.advance(Duration.ofHours(2));

        write("{\n\"v\":\"x\",\n\"w\":1}");
        lookForAMoment(file);
        lookForAMoment(file);

        String fault =
                path
                        + ", line 3: w: there is no such member, but v; the version of "
                        + time
                        + " stays in force";
        assertThat(file.fault()).contains(fault);
        assertThat(warnings()).containsExactly(fault);
    }

    @Test
    void aFaultThatIsMendedIsNoneAnyMore() throws IOException {
        LiveFile<String> file = open(write(content("good")));
        write("{");
        lookForAMoment(file);
        assertThat(file.fault()).isPresent();

        write(content("good"));
        file.look();

        assertThat(file.fault()).isEmpty();
    }

    @Test
    void aFileThatIsWrittenInStepsIsNoFault() throws IOException {
        LiveFile<String> file = open(write(content("old")));

        write("");
        file.look();
        clock.advance(LiveFile.MOMENT.minusMillis(1));
        write("{\"v\":");
        file.look();
        clock.advance(LiveFile.MOMENT.minusMillis(1));
        file.look();
        write(content("new"));

        assertThat(file.get()).isEqualTo("new");
        assertThat(warnings()).isEmpty();
    }

    @Test
    void aFileThatIsReplacedIsReadAgain() throws IOException {
        Path path = write(content("old"));
        LiveFile<String> file = open(path);
        Path draft = Files.writeString(folder.resolve("parties.json.tmp"), content("new"));

        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);

        assertThat(file.get()).isEqualTo("new");
    }

    @Test
    void aFileThatIsGoneForLessThanAMomentLeavesItsPlaceToNoOther() throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), content("other"));
        Path path = write(content("first"));
        LiveFile<String> file = open(path, other);

        Files.delete(path);
        assertThat(file.get()).isEqualTo("first");
        clock.advance(LiveFile.MOMENT.minusMillis(1));
        assertThat(file.get()).isEqualTo("first");
        write(content("again"));
        assertThat(file.get()).isEqualTo("again");
    }

    @Test
    void aFileThatIsGoneLeavesItsPlaceToTheNext() throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), content("other"));
        Path path = write(content("first"));
        LiveFile<String> file = open(path, other);

        Files.delete(path);
        lookForAMoment(file);

        assertThat(file.get()).isEqualTo("other");
    }

    @Test
    void aFileThatAppearsInAnEarlierPlaceTakesOver() throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), content("other"));
        LiveFile<String> file = open(folder.resolve("parties.json"), other);
        assertThat(file.get()).isEqualTo("other");

        write(content("here"));

        assertThat(file.get()).isEqualTo("here");
    }

    @Test
    void theLastVersionOfTheOnlyPlaceOutlivesItsFile() throws IOException {
        Path path = write(content("good"));
        LiveFile<String> file = open(path);

        Files.delete(path);
        lookForAMoment(file);

        assertThat(file.get()).isEqualTo("good");
        assertThat(file.fault().orElseThrow()).startsWith("There is no file " + path + "; ");
    }

    @Test
    void aFileThatIsMalformedFromTheStartIsToldAtOnce() throws IOException {
        Path file = write("{");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> open(file))
                .withMessageContaining(file.toString())
                .withMessageContaining("line 1");
    }

    @Test
    void aNamedFileThatIsNotThereIsToldAtOnce() {
        FilePlaces named =
                FilePlaces.of(
                        "parties.json", Optional.of(folder.resolve("none.json")), folder, folder);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new LiveFile<>(named, Parties::parse, clock))
                .withMessage("There is no file " + folder.resolve("none.json"));
    }

    @Test
    void withoutAFileTheBundledOneIsUsed() {
        LiveFile<Parties> file =
                new LiveFile<>(
                        FilePlaces.of("parties.json", Optional.empty(), folder, folder),
                        Parties::parse,
                        clock);

        assertThat(file.get().persons()).isNotEmpty();
    }

    @Test
    void theDataFoldersFileComesBeforeTheRepositorys() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Path home = Files.createDirectories(folder.resolve("home/local")).getParent();
        Files.writeString(home.resolve("local/parties.json"), content("repository"));
        FilePlaces places = FilePlaces.of("parties.json", Optional.empty(), data, home);
        LiveFile<String> file =
                new LiveFile<>(places, text -> StrictFile.read(text, Content.class).v(), clock);
        assertThat(file.get()).isEqualTo("repository");

        Files.writeString(data.resolve("parties.json"), content("own"));

        assertThat(file.get()).isEqualTo("own");
    }
}
