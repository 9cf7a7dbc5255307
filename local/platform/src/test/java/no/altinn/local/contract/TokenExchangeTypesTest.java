package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.identity.LocalKeys;
import no.altinn.platform.jose.SigningKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tokens of every type where those of another are exchanged or renewed. */
@ExtendWith(RunningPlatform.class)
final class TokenExchangeTypesTest {
    private static final String MASKINPORTEN = "authentication/api/v1/exchange/maskinporten";
    private static final String ID_PORTEN = "authentication/api/v1/exchange/id-porten";
    private static final String REFRESH = "authentication/api/v1/refresh";

    /** A token, and where it does not belong. */
    record Stray(String what, Function<TokensOfOthers, String> token, List<String> paths) {
        @Override
        public String toString() {
            return what;
        }
    }

    static final List<Stray> STRAYS =
            Stream.of(
                            elsewhere(),
                            forged(
                                    "Maskinporten",
                                    TokensOfOthers::maskinportensClaims,
                                    LocalKeys::maskinporten,
                                    LocalKeys::idPorten),
                            forged(
                                    "ID-porten",
                                    TokensOfOthers::idPortensClaims,
                                    LocalKeys::idPorten,
                                    LocalKeys::current),
                            forged(
                                    "Altinn",
                                    TokensOfOthers::altinnsClaims,
                                    LocalKeys::current,
                                    LocalKeys::maskinporten))
                    .flatMap(List::stream)
                    .toList();

    static final List<TokenHolder> HOLDERS = TokenHolder.ALL;

    private final Platform platform;

    TokenExchangeTypesTest(Platform platform) {
        this.platform = platform;
    }

    /** Good tokens in the wrong place. */
    private static List<Stray> elsewhere() {
        return List.of(
                altinns("an organisation's bearer token", Tokens::ttd, MASKINPORTEN, ID_PORTEN),
                altinns("a person's bearer token", Tokens::personA, MASKINPORTEN, ID_PORTEN),
                altinns("a system user's", Tokens::systemUser, MASKINPORTEN, ID_PORTEN),
                altinns(
                        "a platform access token",
                        Tokens::platform,
                        MASKINPORTEN,
                        ID_PORTEN,
                        REFRESH),
                altinns(
                        "an app's platform access token",
                        tokens -> tokens.app("a"),
                        MASKINPORTEN,
                        ID_PORTEN,
                        REFRESH),
                stray("Maskinporten's token", TokensOfOthers::maskinporten, ID_PORTEN, REFRESH),
                stray("ID-porten's token", TokensOfOthers::idPorten, MASKINPORTEN, REFRESH),
                stray("an ID token", TokensOfOthers::idToken, MASKINPORTEN, REFRESH),
                everywhere("a client's grant", TokensOfOthers::grant));
    }

    /** What one issuer's tokens say, signed by another, in every way to hide it. */
    private static List<Stray> forged(
            String issuer,
            Function<TokensOfOthers, ObjectNode> claims,
            Function<LocalKeys, SigningKey> own,
            Function<LocalKeys, SigningKey> other) {
        return List.of(
                everywhere(
                        issuer + "'s claims under another's key",
                        others -> others.forge(other).sign(claims.apply(others))),
                everywhere(
                        issuer + "'s claims under another's key with its own id",
                        others ->
                                others.forge(other)
                                        .signAs(others.forge(own).key(), claims.apply(others))),
                everywhere(
                        issuer + "'s claims under another's key without an id",
                        others -> others.forge(other).signWithoutKeyId(claims.apply(others))),
                everywhere(
                        issuer + "'s claims with the public key for a secret",
                        others -> others.forge(own).signWithPublicKey(claims.apply(others))));
    }

    @ParameterizedTest
    @FieldSource("STRAYS")
    void aTokenWhereItDoesNotBelongIsAnsweredWithABare401(Stray stray) {
        String token = stray.token().apply(new TokensOfOthers(platform));
        for (String path : stray.paths()) {
            bare(401, platform.call("GET", path).bearer(token));
        }
    }

    @Test
    void anIdTokenHasNoScopeAndSoIsNotExchanged() {
        String token = new TokensOfOthers(platform).idToken();
        bare(403, platform.call("GET", ID_PORTEN).bearer(token));
    }

    @Test
    void aTokenIsExchangedOnceAndThenIsAltinns() {
        TokensOfOthers others = new TokensOfOthers(platform);
        String organisation = given(MASKINPORTEN, others.maskinporten());
        String person = given(ID_PORTEN, others.idPorten());

        assertThat(consumer(organisation, "/party/51000001")).isEqualTo("/organisation/310000001");
        assertThat(consumer(person, "/party/50000001")).isEqualTo("/user/20000001");
        for (String exchanged : List.of(organisation, person)) {
            bare(401, platform.call("GET", MASKINPORTEN).bearer(exchanged));
            bare(401, platform.call("GET", ID_PORTEN).bearer(exchanged));
            assertThat(given(REFRESH, exchanged)).isNotEqualTo(exchanged);
        }
    }

    @Test
    void aPlatformAccessTokenIsLookedAtNowhere() {
        Tokens tokens = platform.tokens();
        for (String path : List.of(MASKINPORTEN, ID_PORTEN, REFRESH)) {
            bare(401, platform.call("GET", path).platformAccess(tokens.platform()));
        }
        bare(
                401,
                platform.call("GET", MASKINPORTEN)
                        .bearer(tokens.ttd())
                        .platformAccess(tokens.platform()));
    }

    @ParameterizedTest
    @FieldSource("HOLDERS")
    void whoRenewsATokenOfAnyShapeStaysWhoTheyAre(TokenHolder holder) {
        for (String shape : TokenShapesTest.GOOD) {
            String odd = holder.token(platform.tokens(), Tokens.SUBSCRIBE, "&shape=" + shape);
            assertThat(consumer(given(REFRESH, odd), holder.subject()))
                    .as(shape)
                    .isEqualTo(holder.identity());
        }
    }

    @ParameterizedTest
    @FieldSource("HOLDERS")
    void aTokenThatMayNotBeAcceptedIsNotRenewed(TokenHolder holder) {
        for (String shape : TokenShapesTest.BAD) {
            String bad = holder.token(platform.tokens(), Tokens.SUBSCRIBE, "&shape=" + shape);
            bare(401, platform.call("GET", REFRESH).bearer(bad));
        }
    }

    private static void bare(int status, Call call) {
        Reply reply = call.send();
        assertThat(reply.status()).as("%s of %s", reply, call.uri()).isEqualTo(status);
        assertThat(reply.body()).isEmpty();
    }

    private String given(String path, String token) {
        Reply reply = platform.call("GET", path).bearer(token).send();
        assertThat(reply.status()).as(path).isEqualTo(200);
        return reply.body();
    }

    /** Who a token's holder is when it subscribes to events about somebody. */
    private String consumer(String token, String subject) {
        Reply made =
                new Subscriber(platform, token)
                        .subscribe(
                                platform.inbox().endPoint(),
                                Map.of(
                                        "resourceFilter",
                                        Platform.resource(),
                                        "subjectFilter",
                                        subject));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().path("consumer").asText();
    }

    private static Stray altinns(String what, Function<Tokens, String> token, String... paths) {
        return stray(what, others -> token.apply(others.platform().tokens()), paths);
    }

    private static Stray everywhere(String what, Function<TokensOfOthers, String> token) {
        return stray(what, token, MASKINPORTEN, ID_PORTEN, REFRESH);
    }

    private static Stray stray(
            String what, Function<TokensOfOthers, String> token, String... paths) {
        return new Stray(what, token, List.of(paths));
    }
}
