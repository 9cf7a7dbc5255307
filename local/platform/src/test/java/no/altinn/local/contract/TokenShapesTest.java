package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Bearer tokens of other forms than the usual one, which say the same or are to be refused. */
@ExtendWith(RunningPlatform.class)
final class TokenShapesTest {
    static final List<String> GOOD =
            List.of(
                    "no-x5c",
                    "x5c-as-array",
                    "no-kid",
                    "numbers-as-text",
                    "text-as-numbers",
                    "no-orgnumber",
                    "consumer-as-text",
                    "details-as-array",
                    "details-as-text",
                    "altinn-scope",
                    "scope-as-array",
                    "no-jti",
                    "no-iat",
                    "no-nbf",
                    "fractional-exp");
    static final List<String> BAD =
            List.of(
                    "unknown-kid",
                    "no-iss",
                    "other-iss",
                    "no-exp",
                    "text-exp",
                    "expired",
                    "not-yet-valid");

    private final Platform platform;
    private final Tokens tokens;

    TokenShapesTest(Platform platform) {
        this.platform = platform;
        this.tokens = platform.tokens();
    }

    static Stream<Arguments> goodTokens() {
        return inHands(GOOD);
    }

    static Stream<Arguments> badTokens() {
        return inHands(BAD);
    }

    private static Stream<Arguments> inHands(List<String> shapes) {
        return TokenHolder.ALL.stream()
                .flatMap(holder -> shapes.stream().map(shape -> Arguments.of(holder, shape)));
    }

    @ParameterizedTest
    @MethodSource("goodTokens")
    void whoHoldsAnOddTokenIsWhoItSays(TokenHolder holder, String shape) {
        String odd = holder.token(tokens, Tokens.SUBSCRIBE, "&shape=" + shape);

        Reply made =
                new Subscriber(platform, odd)
                        .subscribe(
                                platform.inbox().endPoint(), holder.filters(Platform.resource()));

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.json().path("consumer").asText()).isEqualTo(holder.identity());
        assertThat(made.json().path("createdBy").asText()).isEqualTo(holder.identity());
        Subscriber usual = new Subscriber(platform, holder.token(tokens));
        assertThat(usual.read(made.json().path("id").asInt()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aTokenThatMayNotBeAcceptedIsNot(TokenHolder holder, String shape) {
        String bad = holder.token(tokens, Tokens.SUBSCRIBE, "&shape=" + shape);

        for (Endpoint endpoint : Endpoint.forClients()) {
            Reply reply = endpoint.on(platform).bearer(bad).send();
            assertThat(reply.status()).as(endpoint.toString()).isEqualTo(401);
            assertThat(reply.body()).isEmpty();
        }
    }

    @Test
    void everyShapeThatThereIsIsTried() {
        String known = tokens.generated("GetPersonalToken?shape=x").json().path("shape").asText();

        assertThat(known.replaceFirst(".*: ", "").split(", ", -1))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(GOOD, BAD).flatMap(List::stream).toList());
    }

    @Test
    void detailsMayBeTheTextOfAnArray() {
        TokenHolder systemUser = TokenHolder.ALL.get(3);
        String odd =
                systemUser.token(
                        tokens, Tokens.SUBSCRIBE, "&shape=details-as-array&shape=details-as-text");

        Reply made =
                new Subscriber(platform, odd)
                        .subscribe(
                                platform.inbox().endPoint(),
                                systemUser.filters(Platform.resource()));

        assertThat(made.json().path("consumer").asText()).isEqualTo(systemUser.identity());
    }

    @ParameterizedTest
    @ValueSource(strings = {"altinn-scope", "scope-as-array", "no-kid"})
    void anOddTokenMayNoMoreThanItsScopes(String shape) {
        String odd = TokenHolder.ALL.get(0).token(tokens, "altinn:enduser", "&shape=" + shape);

        Reply reply = platform.reading(Platform.resource(), "").bearer(odd).send();

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void whereATokenHasBothKindsOfScopeTheOneOfAltinnCounts() {
        String narrowed = tokens.signed(claims -> claims.put("urn:altinn:scope", "altinn:enduser"));
        String widened =
                tokens.signed(
                        claims ->
                                claims.put("scope", "altinn:enduser")
                                        .put("urn:altinn:scope", Tokens.SUBSCRIBE));

        Call call = platform.reading(Platform.resource(), "");
        assertThat(call.bearer(narrowed).send().status()).isEqualTo(403);
        assertThat(call.bearer(widened).send().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"numbers-as-text", "text-as-numbers"})
    void aLevelCountsAsTextAndAsNumber(String shape) {
        String type = "t" + UUID.randomUUID();
        EventText event =
                EventText.on("urn:altinn:resource:ttd-level4")
                        .about("/party/50000001")
                        .with("type", type);
        platform.publish(event);
        TokenHolder person = TokenHolder.ALL.get(2);
        String low = person.token(tokens, Tokens.SUBSCRIBE, "&authLvl=3&shape=" + shape);
        String high = person.token(tokens, Tokens.SUBSCRIBE, "&authLvl=4&shape=" + shape);

        Call call = platform.reading("urn:altinn:resource:ttd-level4", "&type=" + type);
        assertThat(call.bearer(low).send().ids()).isEmpty();
        assertThat(call.bearer(high).send().ids()).containsExactly(event.id());
    }
}
