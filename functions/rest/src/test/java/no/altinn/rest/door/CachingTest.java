package no.altinn.rest.door;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.door.DoorBed.Answer;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.Resource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

class CachingTest {
    private String state = "first";
    private boolean wasMarked;

    private final DoorBed bed =
            DoorBed.of(
                            () ->
                                    List.of(
                                            Route.open("GET", "{who}/things/{id}", this::look)
                                                    .needing(Needs.USER),
                                            Route.open("PUT", "{who}/things/{id}", this::change)
                                                    .needing(Needs.USER),
                                            Route.open("DELETE", "{who}/things/{id}", this::change)
                                                    .needing(Needs.USER),
                                            Route.open(
                                                            "PUT",
                                                            "{who}/things/{id}/archive",
                                                            this::change)
                                                    .needing(Needs.USER),
                                            Route.open("PUT", "alone", this::change),
                                            Route.open("GET", "metadata/x", this::look),
                                            Route.open("GET", "authentication/x", this::look),
                                            Route.open("GET", "private/x", this::look),
                                            Route.open(
                                                    "GET",
                                                    "secret",
                                                    visit ->
                                                            look(visit)
                                                                    .with(
                                                                            "Cache-Control",
                                                                            "no-store")),
                                            Route.open(
                                                    "GET",
                                                    "bytes",
                                                    visit ->
                                                            Reply.of(
                                                                    200,
                                                                    new Content.Bytes(
                                                                            "application/pdf",
                                                                            state.getBytes(
                                                                                    StandardCharsets
                                                                                            .UTF_8)))),
                                            Route.open(
                                                    "GET", "moved", visit -> Reply.redirect("B"))))
                    .calledBy(DoorBed.A);

    private Reply look(Visit visit) {
        wasMarked |= visit.flag("markAsRead", true);
        if (state.equals("gone")) {
            throw RestError.notFound();
        }
        return Reply.of(
                Resource.of(
                        "Thing",
                        Members.builder()
                                .text("State", state)
                                .number("Language", visit.language().number())
                                .build()));
    }

    private Reply change(Visit visit) {
        state = "changed";
        return Reply.done();
    }

    private String tag(String accept) {
        return bed.get("my/things/1").accepting(accept).answer().header("ETag");
    }

    @Test
    void everyRepresentationHasATagOfItsOwn() {
        List<String> tags =
                List.of(
                        tag("application/json"),
                        tag("application/hal+json"),
                        tag("application/xml"),
                        tag("application/hal+xml"),
                        bed.get("my/things/1?language=1033").answer().header("ETag"),
                        bed.get("bytes").answer().header("ETag"));

        assertThat(tags).doesNotHaveDuplicates().allMatch(tag -> tag.matches("\"[\\w-]{22}\""));
        assertThat(tag("application/json")).isEqualTo(tag(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"a\", %s", "\"a\",W/%s", "*"})
    void whoeverHasTheRepresentationGetsItNotAgain(String form) {
        String tag = tag("application/json");
        Answer answer = bed.get("my/things/1").with("If-None-Match", form.formatted(tag)).answer();

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("ETag")).isEqualTo(tag);
        assertThat(answer.header("Vary")).isEqualTo("Accept, Origin");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(answer.header("Content-Type")).isEmpty();
    }

    @Test
    void whatHasChangedIsSentAgain() {
        String tag = tag("application/json");
        state = "second";

        assertThat(bed.get("my/things/1").with("If-None-Match", tag).answer().status())
                .isEqualTo(200);
        assertThat(bed.get("my/things/1").with("If-None-Match", "\"x\"").answer().status())
                .isEqualTo(200);
    }

    @Test
    void aHeadHasTheHeadersOfAGet() {
        Answer get = bed.get("my/things/1").answer();
        Answer head = bed.ask("HEAD", "my/things/1").answer();

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(
                        bed.ask("HEAD", "my/things/1")
                                .with("If-None-Match", get.header("ETag"))
                                .answer()
                                .status())
                .isEqualTo(304);
    }

    @Test
    void onlyA200IsTagged() {
        assertThat(bed.get("moved").answer().header("ETag")).isEmpty();
        assertThat(bed.get("nowhere").answer().header("ETag")).isEmpty();
        assertThat(bed.put("my/things/1", "{}").answer().header("ETag")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, application/json",
        "PUT, application/hal+xml",
        "DELETE, application/hal+json"
    })
    void aWriteIsMadeOnTheStateThatWasRead(String method, String accept) {
        String tag = tag(accept);

        Answer first = bed.ask(method, "my/things/1").with("If-Match", tag).answer();
        Answer second = bed.ask(method, "my/things/1").with("If-Match", tag).answer();

        assertThat(first.status()).isEqualTo(204);
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.reason()).isEqualTo("The resource has changed since it was read");
    }

    @ParameterizedTest
    @CsvSource({"'\"x\"', 412", "'W/%s', 412", "'\"x\", %s', 204", "*, 204"})
    void tagsOfWritesAreComparedStrongly(String form, int status) {
        String wanted = form.replace("%s", tag("application/json"));

        assertThat(bed.ask("PUT", "my/things/1").with("If-Match", wanted).answer().status())
                .isEqualTo(status);
        assertThat(state).isEqualTo(status == 204 ? "changed" : "first");
    }

    @Test
    void theStateIsReadWithoutATrace() {
        String tag = tag("application/json");
        wasMarked = false;

        bed.ask("PUT", "my/things/1").with("If-Match", tag).answer();

        assertThat(wasMarked).isFalse();
    }

    @Test
    void aStepIsTakenOnTheStateOfTheResourceAboveIt() {
        String tag = tag("application/hal+json");

        assertThat(
                        bed.ask("PUT", "my/things/1/archive")
                                .with("If-Match", "\"x\"")
                                .answer()
                                .status())
                .isEqualTo(412);
        assertThat(bed.ask("PUT", "my/things/1/archive").with("If-Match", tag).answer().status())
                .isEqualTo(204);
    }

    @Test
    void whereThereIsNoStateNothingMatches() {
        assertThat(bed.ask("PUT", "alone").with("If-Match", "*").answer().status()).isEqualTo(412);
        state = "gone";
        assertThat(bed.ask("PUT", "my/things/1").with("If-Match", "*").answer().status())
                .isEqualTo(404);
        assertThat(state).isEqualTo("gone");
    }

    @Test
    void withoutAConditionAWriteIsMade() {
        assertThat(bed.ask("PUT", "my/things/1").answer().status()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        "metadata/x, 'public, max-age=300'",
        "METADATA/x, 'public, max-age=300'",
        "metadata/nowhere, 'private, no-cache'",
        "authentication/x, no-store",
        "authentication/nowhere, no-store",
        "private/x, no-store",
        "payment/my/a1, no-store",
        "secret, no-store",
        "my/things/1, 'private, no-cache'",
        "bytes, 'private, no-cache'",
        "nowhere, 'private, no-cache'"
    })
    void cachesAreToldWhatTheyMayKeep(String path, String caching) {
        assertThat(bed.get(path).answer().header("Cache-Control")).isEqualTo(caching);
    }
}
