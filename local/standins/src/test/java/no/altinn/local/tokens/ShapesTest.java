package no.altinn.local.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.identity.KeptKeys;
import no.altinn.local.identity.LocalKeys;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.auth.Iso6523Organisation;
import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.json.Json;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

class ShapesTest {
    static final List<Shape> GOOD = Shapes.GOOD;
    static final List<Shape> BAD = Shapes.BAD;
    static final List<Shape> ALL = Shapes.ALL;

    private static final ObjectNode CLAIMS = claims();

    private static LocalKeys keys;

    @BeforeAll
    static void makeKeys(@TempDir Path folder) {
        KeptKeys.putInto(folder, Generator.CLOCK);
        keys = LocalKeys.open(folder, Generator.CLOCK);
    }

    /** Everything that any kind of token says. */
    private static ObjectNode claims() {
        ObjectNode claims =
                Json.object()
                        .put("iss", "http://localhost:7071/authentication/api/v1/openid/")
                        .put("scope", "a:b c:d")
                        .put("nameid", 20000001)
                        .put("urn:altinn:userid", 20000001)
                        .put("urn:altinn:partyid", 50000001)
                        .put("urn:altinn:authlevel", 3)
                        .put("urn:altinn:orgNumber", "310000001");
        claims.set("consumer", Iso6523Organisation.of("310000001"));
        claims.putObject("authorization_details")
                .put("type", "urn:altinn:systemuser")
                .putArray("systemuser_id")
                .add("a1b2c3d4-0000-4000-8000-000000000001");
        return claims;
    }

    private static String signed(String... names) {
        List<Shape> shapes =
                ALL.stream().filter(shape -> Arrays.asList(names).contains(shape.name())).toList();
        assertThat(shapes).hasSize(names.length);
        return signed(shapes);
    }

    private static String signed(List<Shape> shapes) {
        TestToken token = new TestToken(keys.current(), CLAIMS, Duration.ofMinutes(30));
        return new TokenSigner(Generator.CLOCK).sign(token, shapes);
    }

    private static AltinnToken validated(String jwt) throws InvalidToken {
        return Generator.validator(keys).validate(jwt);
    }

    @ParameterizedTest
    @FieldSource("GOOD")
    void aGoodShapeSaysTheSame(Shape shape) throws InvalidToken {
        AltinnToken usual = validated(signed());

        AltinnToken odd = validated(signed(List.of(shape)));

        assertThat(odd)
                .returns(usual.identity(), AltinnToken::identity)
                .returns(usual.orgNumber(), AltinnToken::orgNumber)
                .returns(usual.partyId(), AltinnToken::partyId)
                .returns(usual.systemUser(), AltinnToken::systemUser)
                .returns(usual.authenticationLevel(), AltinnToken::authenticationLevel)
                .returns(usual.scopes(), AltinnToken::scopes);
    }

    @Test
    void allGoodShapesTogetherSayTheSame() throws InvalidToken {
        AltinnToken odd =
                validated(
                        signed(
                                GOOD.stream()
                                        .filter(shape -> !shape.name().equals("no-x5c"))
                                        .toList()));

        assertThat(odd.identity()).contains("/user/20000001");
        assertThat(odd.orgNumber()).contains("310000001");
        assertThat(odd.systemUser()).isPresent();
        assertThat(odd.scopes()).containsExactlyInAnyOrder("a:b", "c:d");
    }

    @ParameterizedTest
    @FieldSource("BAD")
    void aBadShapeIsRefused(Shape shape) {
        String jwt = signed(List.of(shape));

        assertThatThrownBy(() -> validated(jwt)).isInstanceOf(InvalidToken.class);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aShapeChangesJustOnePartOfAToken(Shape shape) {
        String usual = signed();

        String odd = signed(List.of(shape));

        boolean sameHeader = Generator.header(odd).equals(Generator.header(usual));
        boolean sameClaims =
                withoutId(odd).equals(withoutId(usual)) && !shape.name().equals("no-jti");
        assertThat(sameHeader).isNotEqualTo(sameClaims);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aShapeLeavesAloneWhatHasNothingOfIt(Shape shape) {
        Draft empty = new Draft("", Json.object(), Json.object());

        shape.applyTo(empty);

        assertThat(empty.claims()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "no-x5c, x5c, MISSING",
        "x5c-as-array, x5c, ARRAY",
        "no-kid, kid, MISSING",
        "unknown-kid, kid, STRING",
    })
    void headersHaveTheForm(String shape, String member, String type) {
        assertThat(Generator.header(signed(shape)).path(member).getNodeType()).hasToString(type);
    }

    @ParameterizedTest
    @CsvSource({
        "numbers-as-text, urn:altinn:userid, STRING",
        "numbers-as-text, urn:altinn:partyid, STRING",
        "numbers-as-text, urn:altinn:authlevel, STRING",
        "text-as-numbers, urn:altinn:orgNumber, NUMBER",
        "no-orgnumber, urn:altinn:orgNumber, MISSING",
        "consumer-as-text, consumer, STRING",
        "details-as-array, authorization_details, ARRAY",
        "details-as-text, authorization_details, STRING",
        "altinn-scope, scope, MISSING",
        "altinn-scope, urn:altinn:scope, STRING",
        "scope-as-array, scope, ARRAY",
        "no-jti, jti, MISSING",
        "no-iat, iat, MISSING",
        "no-nbf, nbf, MISSING",
        "no-iss, iss, MISSING",
        "no-exp, exp, MISSING",
        "text-exp, exp, STRING",
    })
    void claimsHaveTheForm(String shape, String claim, String type) {
        assertThat(Generator.claims(signed(shape)).path(claim).getNodeType()).hasToString(type);
    }

    @Test
    void theCertificateInTheHeaderIsThatOfTheKey() throws CertificateEncodingException {
        String der = Generator.header(signed("x5c-as-array")).path("x5c").path(0).asText();

        assertThat(Base64.getDecoder().decode(der))
                .isEqualTo(keys.current().certificate().getEncoded());
    }

    @Test
    void anEndMayBeBetweenTwoSeconds() {
        JsonNode exp = Generator.claims(signed("fractional-exp")).path("exp");

        assertThat(exp.isFloatingPointNumber()).isTrue();
        assertThat(exp.asDouble())
                .isEqualTo(Generator.CLOCK.instant().getEpochSecond() + 1800 + 0.5);
    }

    @Test
    void detailsMayBeTheTextOfAnArray() throws InvalidToken {
        String jwt = signed("details-as-array", "details-as-text");

        assertThat(Generator.claims(jwt).path("authorization_details").asText()).startsWith("[{");
        assertThat(validated(jwt).systemUser()).isPresent();
    }

    @Test
    void everyShapeIsDocumented() throws IOException {
        Path home = Path.of("..", "..").toAbsolutePath().normalize();
        String text = Files.readString(home.resolve("docs/local-platform.md"));

        assertThat(Shapes.NAMES).allSatisfy(name -> assertThat(text).contains("`" + name + "`"));
    }

    private static ObjectNode withoutId(String jwt) {
        ObjectNode claims = Generator.claims(jwt).deepCopy();
        claims.remove("jti");
        return claims;
    }
}
