package no.altinn.local.maskinporten;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.local.web.BoundedBody;
import no.altinn.local.web.Trap;
import no.altinn.platform.json.Json;
import no.altinn.testing.forgery.Forgeries;
import no.altinn.testing.forgery.Forgery;
import no.altinn.testing.forgery.Genuine;
import no.altinn.testing.forgery.SizeForgeries;
import no.altinn.testing.jose.TestKeys;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What nobody may get a token for, each one step away from a grant that is good. */
class ForgeriesTest {
    // With letters whose case can be changed: ids are compared exactly.
    private static final TestKeys KEY = TestKeys.of("7DC0B5C3D9E3DCDC5CC0AA5A3D2C4E2F");

    // Maskinporten accepts them in grants (tokens §5), unlike everyone else.
    private static final Set<String> GOOD =
            Set.of("a right signature with RS384", "a right signature with RS512");

    @TempDir Path folder;
    private final Trap trap = new Trap();
    private RunningMaskinporten maskinporten;
    private String client;

    @BeforeEach
    void start() {
        maskinporten = RunningMaskinporten.start(folder);
        client = maskinporten.register(RunningMaskinporten.registration("a"));
        maskinporten.post(
                "clients/" + client + "/jwks", RunningMaskinporten.keySet(KEY).toString());
    }

    @AfterEach
    void stop() {
        maskinporten.close();
        trap.close();
    }

    private Genuine genuine() {
        TestGrant grant = new TestGrant(KEY, client, "a", RunningMaskinporten.NOW);
        return new Genuine(KEY, grant.header(), grant.claims(), RunningMaskinporten.NOW);
    }

    @Test
    void noForgeryIsGrantedAnything() {
        Genuine genuine = genuine();

        List<String> others =
                Stream.of(
                                Forgeries.all(genuine, trap.uri()),
                                Forgeries.ofKeyId(genuine, trap.uri()))
                        .flatMap(List::stream)
                        .filter(forgery -> !GOOD.contains(forgery.name()))
                        // A longer form is not even read, and its answer no protocol's.
                        .filter(forgery -> forgery.token().length() < BoundedBody.MAX_BYTES)
                        .flatMap(this::answeredOtherwise)
                        .toList();

        assertThat(others).isEmpty();
        assertThat(trap.fetches()).isZero();
        assertThat(maskinporten.token(genuine.token()).statusCode()).isEqualTo(200);
    }

    @Test
    void theLongestGrantIsGood() {
        String longest = SizeForgeries.ofLength(genuine(), SizeForgeries.LONGEST);

        assertThat(maskinporten.token(longest).statusCode()).isEqualTo(200);
    }

    /** The forgery with its answer, unless it was refused as RFC 6749 §5.2 wants it. */
    private Stream<String> answeredOtherwise(Forgery forgery) {
        HttpResponse<String> answer = maskinporten.token(forgery.token());
        return answer.statusCode() == 400 && isError(Json.parse(answer.body()))
                ? Stream.empty()
                : Stream.of(forgery + ": " + answer.statusCode() + " " + answer.body());
    }

    /** All have the same id: that it was used before would only tell of one that was accepted. */
    private static boolean isError(JsonNode answer) {
        return answer.path("error").asText().equals("invalid_grant")
                && !answer.path("error_description").asText().startsWith("MP-012")
                && !answer.has("access_token");
    }
}
