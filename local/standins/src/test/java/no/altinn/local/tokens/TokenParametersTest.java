package no.altinn.local.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.http.QueryParameters;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

class TokenParametersTest {

    private static TokenParameters of(String query) {
        return new TokenParameters(QueryParameters.parse(query));
    }

    @Test
    void namesMayComeInAnyCase() {
        assertThat(of("ORGNO=310000001").required("orgNo")).isEqualTo("310000001");
    }

    @Test
    void anEmptyValueIsMissing() {
        TokenParameters parameters = of("app=");

        parameters.required("app");

        assertThat(parameters.areValid()).isFalse();
        assertThat(parameters.faults().status()).isEqualTo(400);
        assertThat(parameters.faults().body())
                .isEqualTo("{\"app\":\"Parameter must be supplied\"}");
    }

    @Test
    void aDefaultTakesThePlaceOfWhatIsMissing() {
        TokenParameters parameters = of("");

        assertThat(parameters.number("authLvl", Optional.of(3))).isEqualTo(3);
        assertThat(parameters.text("pid", any -> false, Optional.of("1"))).isEqualTo("1");
        assertThat(parameters.areValid()).isTrue();
    }

    @Test
    void whatWasSentWinsOverADefault() {
        assertThat(of("authLvl=4").number("authLvl", Optional.of(3))).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "one", "9999999999", "٣"})
    void aNumberHasAtMostNineDigits(String number) {
        TokenParameters parameters = of("userId=" + number);

        parameters.number("userId", Optional.empty());

        assertThat(parameters.faults().body())
                .isEqualTo("{\"userId\":\"Parameter was supplied with an invalid value\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31000000", "3100000011", "31000000A"})
    void anOrganisationNumberHasNineDigits(String number) {
        TokenParameters parameters = of("orgNo=" + number);

        parameters.orgNumber("orgNo", Optional.empty());

        assertThat(parameters.areValid()).isFalse();
    }

    @Test
    void anOrganisationThatIsMissingReadsAsOneUntilThatIsTold() {
        TokenParameters parameters = of("");

        assertThat(parameters.orgNumber("orgNo", Optional.empty())).isEqualTo("000000000");
        assertThat(parameters.faults().body())
                .isEqualTo("{\"orgNo\":\"Parameter must be supplied\"}");
    }

    @Test
    void aUuidMayBeInUpperCase() {
        UUID id = UUID.fromString("a1b2c3d4-0000-4000-8000-000000000001");

        assertThat(of("systemUserId=A1B2C3D4-0000-4000-8000-000000000001").uuid("systemUserId"))
                .isEqualTo(id);
    }

    @Test
    void scopesAreSeparatedByOneSpace() {
        assertThat(of("scopes=%20a:b,%20c:d,,e:f%20").scopes(Optional.empty()))
                .isEqualTo("a:b c:d e:f");
    }

    @Test
    void aTokenLivesHalfAnHourUnlessSaidOtherwise() {
        assertThat(of("").lifetime()).isEqualTo(Duration.ofMinutes(30));
        assertThat(of("ttl=5").lifetime()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void whatWasSentIsReadAsItIs() {
        assertThat(of("partyId=x%20").sent("partyId")).contains("x ");
        assertThat(of("partyId=").sent("partyId")).isEmpty();
        assertThat(of("").sent("partyId")).isEmpty();
    }

    @Test
    void aFaultyParameterIsInvalidEvenWhenThereIsADefault() {
        TokenParameters parameters = of("ttl=soon");

        parameters.lifetime();

        assertThat(parameters.faults().body())
                .isEqualTo("{\"ttl\":\"Parameter was supplied with an invalid value\"}");
    }

    @Test
    void aParameterThatMayBeLeftOutIsNoFaultWhenItIs() {
        TokenParameters parameters = of("");

        assertThat(parameters.optional("clientId", any -> false)).isEmpty();
        assertThat(parameters.areValid()).isTrue();
    }

    @Test
    void theSameWithAnotherValueHasNoFaultsYet() {
        TokenParameters parameters = of("pid=1&env=local");
        parameters.invalid("pid");

        TokenParameters other = parameters.with("pid", "2");

        assertThat(other.areValid()).isTrue();
        assertThat(other.required("pid")).isEqualTo("2");
        assertThat(other.required("env")).isEqualTo("local");
    }

    @Test
    void shapesApplyInAnOrderOfTheirOwn() {
        assertThat(of("shape=details-as-text&shape=no-kid&shape=details-as-array").shapes())
                .extracting(Shape::name)
                .containsExactly("no-kid", "details-as-array", "details-as-text");
    }

    @Test
    void whoAsksForAnUnknownShapeIsToldTheKnownOnes() {
        TokenParameters parameters = of("shape=no-kid&shape=round");

        parameters.shapes();

        assertThat(parameters.faults().body())
                .startsWith(
                        "{\"shape\":\"Parameter was supplied with an invalid value; known are: ")
                .contains(Shapes.NAMES)
                .doesNotContain("round");
    }
}
