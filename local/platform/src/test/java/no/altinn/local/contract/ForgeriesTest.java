package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.local.web.Trap;
import no.altinn.platform.jose.SigningKey;
import no.altinn.testing.forgery.Forgeries;
import no.altinn.testing.forgery.Forgery;
import no.altinn.testing.forgery.Genuine;
import no.altinn.testing.jose.TestKeys;
import no.altinn.testing.jose.TestTokens;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tokens one step away from a good one, as they come over the network: a bare 401 for each. */
@ExtendWith(RunningPlatform.class)
final class ForgeriesTest {
    // They become good while the others are tried: here the clock runs.
    private static final Set<String> SOON_GOOD =
            Set.of("good only in a second", "good only in half a second");

    // The host reads 32 KiB of headers; with more a request never comes to a function.
    private static final int LONGEST_HEADER = 30 * 1024;

    private final Platform platform;
    private final Trap trap = new Trap();

    ForgeriesTest(Platform platform) {
        this.platform = platform;
    }

    @AfterEach
    void stop() {
        trap.close();
    }

    @Test
    void noneIsABearerToken() {
        Call call = platform.api("GET", "subscriptions");
        Genuine genuine = genuine(platform.keys().current(), platform.tokens().ttd());

        assertThat(call.bearer(genuine.token()).send().status()).isEqualTo(200);
        assertRefused(
                Stream.of(
                        Forgeries.all(genuine, trap.uri()),
                        Forgeries.ofKeyId(genuine, trap.uri()),
                        Forgeries.ofIssuer(genuine)),
                call::bearer);
    }

    @Test
    void noneIsAPlatformAccessToken() {
        Call call = platform.api("PUT", "subscriptions/validate/2147483647");
        SigningKey key = platform.keys().platformIssuer("platform").orElseThrow();
        Genuine genuine = genuine(key, platform.tokens().platform());

        assertThat(call.platformAccess(genuine.token()).send().status()).isEqualTo(404);
        // The key is found by the issuer's name; no key id is looked at.
        assertRefused(
                Stream.of(Forgeries.all(genuine, trap.uri()), Forgeries.ofIssuer(genuine)),
                call::platformAccess);
    }

    private static Genuine genuine(SigningKey key, String token) {
        TestKeys keys = new TestKeys(key.kid(), key.published().publicKey(), key.privateKey());
        return new Genuine(
                keys,
                new TestTokens(Clock.systemUTC(), keys).header(),
                TokenForge.claimsOf(token),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    private void assertRefused(Stream<List<Forgery>> forgeries, Function<String, Call> call) {
        List<String> others =
                forgeries
                        .flatMap(List::stream)
                        .filter(Forgery::fitsHeader)
                        .filter(forgery -> forgery.token().length() < LONGEST_HEADER)
                        .filter(forgery -> !SOON_GOOD.contains(forgery.name()))
                        .flatMap(forgery -> answeredOtherwise(forgery, call))
                        .toList();

        assertThat(others).isEmpty();
        assertThat(trap.fetches()).isZero();
    }

    /** The forgery with its answer, unless that is a bare 401. */
    private static Stream<String> answeredOtherwise(Forgery forgery, Function<String, Call> call) {
        Reply reply = call.apply(forgery.token()).send();
        return reply.status() == 401 && reply.body().isEmpty()
                ? Stream.empty()
                : Stream.of(forgery + ": " + reply);
    }
}
