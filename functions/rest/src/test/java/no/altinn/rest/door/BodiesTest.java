package no.altinn.rest.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.http.BodyAwaited;
import no.altinn.platform.http.Request;
import no.altinn.rest.door.DoorBed.Answer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class BodiesTest {
    /** What happens while a request is at its endpoint, once. */
    private Runnable inside = () -> {};

    private final DoorBed bed =
            DoorBed.of(
                    () ->
                            List.of(
                                    Route.open("POST", "small", this::read),
                                    Route.open("POST", "large", this::read).takingUpTo(30 << 20),
                                    Route.open(
                                            "POST",
                                            "login",
                                            visit ->
                                                    Reply.of(
                                                            200,
                                                            new Content.Line(
                                                                    visit.lenientBody()
                                                                            .required("Name")))),
                                    Route.open("POST", "unread", visit -> Reply.done())));

    private Reply read(Visit visit) {
        String name = visit.hasBody() ? visit.body().text("Name").orElse("") : "none";
        Runnable once = inside;
        inside = () -> {};
        once.run();
        return Reply.of(200, new Content.Line(Integer.toString(name.length())));
    }

    private static String sized(int bytes) {
        return "{\"Name\":\"" + "x".repeat(bytes - 11) + "\"}";
    }

    @Test
    void aBodyOfAMebibyteIsRead() {
        assertThat(bed.post("small", sized(1 << 20)).answer().status()).isEqualTo(200);
        assertThat(bed.post("small", sized((1 << 20) + 1)).answer().status()).isEqualTo(413);
        assertThat(bed.post("large", sized(30 << 20)).answer().status()).isEqualTo(200);
        assertThat(bed.post("large", sized((30 << 20) + 1)).answer().status()).isEqualTo(413);
    }

    @Test
    void bytesCountAndNotCharacters() {
        String twoBytesEach = "{\"Name\":\"" + "å".repeat(1 << 19) + "\"}";

        assertThat(bed.post("small", twoBytesEach).answer().reason())
                .isEqualTo("The body must not be over 1048576 bytes");
    }

    @Test
    void aBodyIsRefusedByTheLengthThatIsAnnounced() {
        Request request =
                new Request(
                        "POST",
                        URI.create(DoorBed.BASE + "api/small"),
                        Map.of("Content-Length", "1048577"),
                        () -> {
                            throw new BodyAwaited();
                        });

        assertThat(bed.door().answer(request).reply().status()).isEqualTo(413);
    }

    @Test
    void aBodyThatHasNotComeIsWaitedFor() {
        Request request =
                new Request(
                        "POST",
                        URI.create(DoorBed.BASE + "api/large"),
                        Map.of("Content-Length", "2000000", "Content-Type", "application/json"),
                        () -> {
                            throw new BodyAwaited();
                        });

        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(BodyAwaited.class)
                    .isThrownBy(() -> bed.door().answer(request));
        }
        // None of them holds a place.
        assertThat(bed.post("large", sized(2 << 20)).answer().status()).isEqualTo(200);
    }

    @Test
    void twoLargeBodiesAreReadAtOnceAndNoMore() {
        DoorBed.Asked large = bed.post("large", sized(2 << 20));
        List<Answer> third = new ArrayList<>();
        List<Answer> small = new ArrayList<>();
        List<Answer> second = new ArrayList<>();
        Runnable withTwo =
                () -> {
                    third.add(large.answer());
                    small.add(bed.post("large", sized(1 << 20)).answer());
                };
        inside =
                () -> {
                    inside = withTwo;
                    second.add(large.answer());
                };

        assertThat(large.answer().status()).isEqualTo(200);
        assertThat(second).extracting(Answer::status).containsExactly(200);
        assertThat(small).extracting(Answer::status).containsExactly(200);
        assertThat(third).extracting(Answer::status).containsExactly(503);
        assertThat(third.get(0).header("Retry-After")).isEqualTo("1");
        assertThat(third.get(0).reason())
                .isEqualTo("Too many large requests at once; please try again");
        assertThat(large.answer().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, Name=x, 415",
        "'', '{}', 415",
        "application/json, '{', 400",
        "application/json, '', 200",
        "application/xml, <!DOCTYPE a><a/>, 400",
        "application/xml, <a><Name>x</Name></a>, 200"
    })
    void aBodyOfAnotherKindIsRefused(String type, String body, int status) {
        assertThat(
                        bed.ask("POST", "small")
                                .with("Content-Type", type)
                                .sending(body)
                                .answer()
                                .status())
                .isEqualTo(status);
    }

    @Test
    void aBodyInACodingOrInChunksIsLost() {
        assertThat(bed.post("small", "{}").with("Content-Encoding", "gzip").answer().status())
                .isEqualTo(415);
        assertThat(bed.post("small", "").with("Transfer-Encoding", "chunked").answer().status())
                .isEqualTo(411);
    }

    @Test
    void namesWithoutQuotationMarksAreReadWhereTheRouteAllowsThem() {
        assertThat(bed.post("login", "{Name:\"ola\"}").answer().body()).isEqualTo("\"ola\"");
        assertThat(bed.post("small", "{Name:\"ola\"}").answer().status()).isEqualTo(400);
    }

    @Test
    void aContentTypeOnAGetDoesNotMatter() {
        DoorBed get =
                DoorBed.of(
                        () ->
                                List.of(
                                        Route.open(
                                                "GET",
                                                "x",
                                                visit -> Reply.of(200, new Content.Truth(true)))));

        assertThat(get.get("x").with("Content-Type", "text/plain").answer().body())
                .isEqualTo("true");
        assertThat(get.get("x").with("Content-Length", "99999999").answer().status())
                .isEqualTo(200);
        assertThat(Optional.of(bed.ask("POST", "unread").answer().status())).contains(204);
    }
}
