package no.altinn.authentication.functions;

import static no.altinn.platform.auth.OutsideTokens.organisation;
import static no.altinn.platform.auth.OutsideTokens.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpResponseMessage;

import no.altinn.platform.jose.FixedKeys;
import no.altinn.platform.jose.SigningKey;
import no.altinn.testing.forgery.Forgeries;
import no.altinn.testing.forgery.Forgery;
import no.altinn.testing.forgery.Genuine;
import no.altinn.testing.forgery.SizeForgeries;
import no.altinn.testing.functions.FakeMessage;
import no.altinn.testing.http.LoopbackServer;
import no.altinn.testing.jose.TestKeys;
import no.altinn.testing.jose.TestTokens;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Forged tokens, wherever an Altinn token is given for another: a bare 401, and no call made. */
class ForgeriesTest {
    private static final String PROFILE =
            "{\"userId\":20000001,\"userName\":\"\",\"partyId\":50000001,"
                    + "\"party\":{\"partyUuid\":\"00000000-0000-4000-8000-000050000001\"}}";
    private static final FixedKeys KEYS = FixedKeys.ring();

    // White space around a header's value is no part of it (RFC 9110 §5.5).
    private static final Set<String> TRIMMED =
            Set.of("form: a space before", "form: a space behind", "form: a line break behind");

    // Metadata and keys, when the first token comes and when the first unknown key id does.
    private static final int FETCHES = 4;

    private final LoopbackServer trap = new LoopbackServer();
    private final OutsideWorld world = new OutsideWorld(KEYS);
    private final TokenFunctions functions = world.app().getInstance(TokenFunctions.class);

    @AfterEach
    void stop() {
        world.close();
        trap.close();
    }

    @Test
    void noForgedTokenOfMaskinportenIsExchanged() {
        world.published().published();
        Genuine genuine =
                world.maskinporten().genuine(organisation("991825827", "altinn:events.publish"));

        assertGenuine(genuine, exchange("maskinporten"));
        // The issuer ends in a slash, which may be left out (tokens §5).
        assertRefused(genuine, Set.of("iss: its end gone"), exchange("maskinporten"));
        assertThat(world.calls()).isEqualTo(FETCHES);
    }

    @Test
    void noForgedTokenOfIdPortenIsExchanged() {
        world.published().published();
        world.profile().answer(200, PROFILE);
        world.profile().answer(200, PROFILE);
        Genuine genuine = world.idPorten().genuine(person("01909012345", "altinn:events.publish"));

        assertGenuine(genuine, exchange("id-porten"));
        // The issuer ends in no slash, which may be there (tokens §5).
        assertRefused(genuine, Set.of("iss: a slash more"), exchange("id-porten"));
        // Nobody was looked up but the person of the two good tokens.
        assertThat(world.calls()).isEqualTo(FETCHES + 2);
    }

    @Test
    void noForgedAltinnTokenIsRenewed() {
        SigningKey key = KEYS.current();
        TestKeys keys = new TestKeys(key.kid(), key.published().publicKey(), key.privateKey());
        TestTokens tokens = new TestTokens(world.clock(), keys);
        Genuine genuine =
                new Genuine(keys, tokens.header(), tokens.claims(), world.clock().instant());

        // The longest that is read is not renewed: it would grow, and nobody would read it.
        assertThat(refresh(genuine.token()).getStatusCode()).isEqualTo(200);
        assertRefused(genuine, Set.of(), this::refresh);
        assertThat(world.calls()).isZero();
    }

    private Function<String, HttpResponseMessage> exchange(String provider) {
        return jwt -> functions.exchangeToken(bearing(jwt), provider);
    }

    private HttpResponseMessage refresh(String jwt) {
        return functions.refreshToken(bearing(jwt));
    }

    private static FakeMessage bearing(String jwt) {
        return FakeMessage.get("https://client.example/authentication/api/v1/")
                .with("authorization", "Bearer " + jwt);
    }

    private static void assertGenuine(
            Genuine genuine, Function<String, HttpResponseMessage> endpoint) {
        String longest = SizeForgeries.ofLength(genuine, SizeForgeries.LONGEST);

        assertThat(endpoint.apply(genuine.token()).getStatusCode()).isEqualTo(200);
        assertThat(endpoint.apply(longest).getStatusCode()).isEqualTo(200);
    }

    private void assertRefused(
            Genuine genuine, Set<String> good, Function<String, HttpResponseMessage> endpoint) {
        URI lure = trap.uri("/trap");
        List<String> others =
                Stream.of(
                                Forgeries.all(genuine, lure),
                                Forgeries.ofKeyId(genuine, lure),
                                Forgeries.ofIssuer(genuine))
                        .flatMap(List::stream)
                        .filter(forgery -> !TRIMMED.contains(forgery.name()))
                        .filter(forgery -> !good.contains(forgery.name()))
                        .flatMap(forgery -> answeredOtherwise(forgery, endpoint))
                        .toList();

        assertThat(others).isEmpty();
        assertThat(trap.requests()).isZero();
    }

    /** The forgery with its answer, unless that is a bare 401. */
    private static Stream<String> answeredOtherwise(
            Forgery forgery, Function<String, HttpResponseMessage> endpoint) {
        HttpResponseMessage answer = endpoint.apply(forgery.token());
        return answer.getStatusCode() == 401 && "".equals(answer.getBody())
                ? Stream.empty()
                : Stream.of(forgery + ": " + answer.getStatusCode() + " " + answer.getBody());
    }
}
