package no.altinn.rest.endpoint.outside;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.access.Caller;
import no.altinn.rest.catalogue.Action;
import no.altinn.rest.door.Content;
import no.altinn.rest.door.Door;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.message.FixedServices;
import no.altinn.rest.outside.OutsideBusy;
import no.altinn.rest.outside.OutsideFailed;
import no.altinn.rest.source.SourceAnswer;
import no.altinn.testing.log.CapturedLog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

class LookupRoutesTest {
    private static final String ADDRESS = "my/lookup/3001/1";

    private final OutsideBed bed = new OutsideBed();

    private DoorBed.Answer get(String path) {
        return bed.door.get(path).answer();
    }

    @Test
    void theAnswerOfTheSourceGoesOutAsItCame() {
        byte[] body = {(byte) 0xff, 0, 1};
        bed.answer = new SourceAnswer("application/x-odd; a=b", body);

        DoorBed.Answer answer = get(ADDRESS + "?queryOptions=orgnr%3D1%26x");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-odd; a=b");
        assertThat(((Content.Bytes) answer.answered().reply().content()).bytes()).isEqualTo(body);
        assertThat(bed.asked)
                .containsExactly(URI.create(FixedServices.SOURCE + "&queryOptions=orgnr%3D1%26x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?queryOptions=", "?other=1"})
    void theSourceIsAskedWithoutWhatWasNotSaid(String query) {
        assertThat(get(ADDRESS + query).status()).isEqualTo(200);

        assertThat(bed.asked).containsExactly(FixedServices.SOURCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/xml",
                "application/hal+json",
                "application/hal+xml"
            })
    void whatIsAcceptedChangesNothing(String accept) {
        DoorBed.Answer answer = bed.door.get(ADDRESS).accepting(accept).answer();

        assertThat(answer.header("Content-Type")).isEqualTo("text/plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/svg+xml", "application/xhtml+xml"})
    void noBrowserRunsWhatASourceSays(String type) {
        bed.answer =
                new SourceAnswer(
                        type, "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));

        DoorBed.Answer answer = get(ADDRESS);

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; sandbox");
    }

    @Test
    void aSourceThatDoesNotAnswerIsABadGateway() {
        bed.failure = Optional.of(new OutsideFailed("The source of the lookup is away"));

        DoorBed.Answer answer = get(ADDRESS);

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.reason()).isEqualTo("The source of the lookup is away");
        assertThat(answer.body()).contains("\"ErrorCode\":50200");
    }

    @Test
    void aSourceThatDoesNotAnswerIsOneLineOfTheLog() {
        bed.failure =
                Optional.of(
                        new OutsideFailed(
                                "The source of the lookup is away",
                                new IllegalStateException("connection refused")));

        try (CapturedLog log = CapturedLog.of(Door.class)) {
            get(ADDRESS + "?queryOptions=01909012345");

            assertThat(log.lines())
                    .containsExactly(
                            "request failed route={who}/lookup/{sc}/{sec} status=502"
                                    + " reason=\"The source of the lookup is away: connection"
                                    + " refused\"");
            assertThat(log.hasTrace()).isFalse();
        }
    }

    @Test
    void aSourceThatIsAskedTooMuchIsAskedLater() {
        bed.failure = Optional.of(new OutsideBusy("Too much is asked"));

        DoorBed.Answer answer = get(ADDRESS);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    @ParameterizedTest
    @CsvSource({
        "my/lookup/3001/2",
        "my/lookup/3001/x",
        "my/lookup/9999/1",
        "my/lookup/1001/1",
        "my/lookup/2001/1"
    })
    void whatIsNoLookupIsNotFound(String path) {
        assertThat(get(path).status()).isEqualTo(404);
        assertThat(bed.asked).isEmpty();
    }

    @Test
    void aLookupThatIsNotInUseAnyMoreIsNotFound() {
        bed.box.clock.advance(Duration.ofDays(400));

        assertThat(get(ADDRESS).status()).isEqualTo(404);
    }

    @Test
    void onlySoMuchIsAsked() {
        assertThat(get(ADDRESS + "?queryOptions=" + "x".repeat(2_000)).status()).isEqualTo(200);

        DoorBed.Answer answer = get(ADDRESS + "?queryOptions=" + "x".repeat(2_001));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason())
                .isEqualTo("The parameter 'queryOptions' has 2000 characters at most");
    }

    @Test
    void theRightToReadIsNeeded() {
        bed.box.permissions.take("3001", Action.READ);

        assertThat(get(ADDRESS).status()).isEqualTo(403);
        assertThat(bed.asked).isEmpty();
    }

    @Test
    void theScopeOfLookupsIsEnough() {
        Caller.User scoped =
                new Caller.User(
                        DoorBed.A.userId(),
                        DoorBed.A.partyId(),
                        DoorBed.A.nationalNumber(),
                        Optional.empty(),
                        3,
                        Optional.of(Set.of("altinn:lookup")));

        assertThat(bed.door.calledBy(scoped).get(ADDRESS).answer().status()).isEqualTo(200);
    }
}
