package no.altinn.rest.door;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.door.DoorBed.Answer;
import no.altinn.rest.file.MemoryFiles;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What the front is answered about files that clients fetch. */
class DownloadsTest {
    private static final String MD5 = "SzpiGLs+OnMD6KFxpg/Pkg==";
    private static final String NONE = "AAAAAAAAAAAAAAAAAAAAAA==";

    private final MemoryFiles files = new MemoryFiles(MutableClock.at("2026-01-02T10:00:00Z"));
    private final DoorBed bed =
            DoorBed.of(
                            () ->
                                    List.of(
                                            Route.open("GET", "file", visit -> file("text/plain")),
                                            Route.open("DELETE", "file", visit -> Reply.done()),
                                            Route.open("GET", "known", visit -> known())))
                    .with(files);

    private static Reply file(String type) {
        return Reply.of(200, new Content.Stored(type, "messages/a", Optional.empty()))
                .with("Content-Disposition", "attachment; filename*=UTF-8''a.txt");
    }

    private static Reply known() {
        return Reply.of(200, new Content.Stored("text/plain", "messages/a", Optional.of(NONE)));
    }

    @BeforeEach
    void write() {
        files.write("messages/a", "bytes".getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    @Test
    void theFrontIsToldWhereTheFileIsAndTheClientWhatItIs() {
        Answer answer = bed.get("file").answer();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(files.get(URI.create(answer.header("X-Transfer-From"))).bytes())
                .isEqualTo("bytes".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.header("X-Transfer-Length")).isEqualTo("5");
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename*=UTF-8''a.txt");
        assertThat(answer.header("Content-MD5")).isEqualTo(MD5);
        assertThat(answer.header("ETag")).isEqualTo('"' + MD5 + '"');
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aHeadIsAnsweredAlike() {
        Answer answer = bed.ask("HEAD", "file").answer();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Transfer-Length")).isEqualTo("5");
        assertThat(answer.header("ETag")).isEqualTo('"' + MD5 + '"');
    }

    @Test
    void aFileThatTheClientHasIsNotFetched() {
        Answer answer = bed.get("file").with("If-None-Match", "\"x\", W/\"" + MD5 + "\"").answer();

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.header("ETag")).isEqualTo('"' + MD5 + '"');
        assertThat(answer.header("X-Transfer-From")).isEmpty();
        assertThat(bed.get("file").with("If-None-Match", "\"x\"").answer().status()).isEqualTo(200);
    }

    @Test
    void aChecksumThatTheEndpointKnowsIsTold() {
        assertThat(bed.get("known").answer().header("Content-MD5")).isEqualTo(NONE);
    }

    @Test
    void aWriteMayAskForTheFileThatItKnows() {
        assertThat(bed.delete("file").with("If-Match", '"' + MD5 + '"').answer().status())
                .isEqualTo(204);
        assertThat(bed.delete("file").with("If-Match", "\"x\"").answer().status()).isEqualTo(412);
    }

    @Test
    void aFileThatIsNotThereIsAFailure() {
        files.remove("messages/a");

        assertThat(bed.get("file").answer().status()).isEqualTo(503);
    }
}
