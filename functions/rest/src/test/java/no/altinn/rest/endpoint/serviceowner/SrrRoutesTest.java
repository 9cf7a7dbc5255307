package no.altinn.rest.endpoint.serviceowner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.rest.access.Caller;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.permission.RightsBed;
import no.altinn.rest.reportee.Town;
import no.altinn.testing.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which parties a service owner admits. */
class SrrRoutesTest {
    private static final String ALL = "serviceowner/srr";
    private static final String RULE =
            """
            {"ServiceCode":"1001","ServiceEditionCode":1,"Reportee":"310000003","Right":"Read",
             "ValidTo":"2099-12-06T07:56:20+02:00","Condition":{"IsRecipient":true}}""";

    private final RightsBed bed = new RightsBed();
    private final DoorBed owner = bed.as(Town.TTD);
    private final DoorBed other =
            bed.as(
                    new Caller.Organisation(
                            "974761076",
                            Optional.of("skd"),
                            3,
                            Optional.of(Set.of("altinn:serviceowner"))));

    private final DoorBed both =
            bed.as(
                    new Caller.Organisation(
                            "991825827",
                            List.of("digdir", "ttd"),
                            3,
                            Optional.of(Set.of("altinn:serviceowner"))));

    private JsonNode add(String... rules) {
        DoorBed.Answer answer = owner.post(ALL, "[" + String.join(",", rules) + "]").answer();
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.header("Location"))
                .isEqualTo("https://rest.example/api/serviceowner/srr");
        return Json.parse(answer.body());
    }

    private JsonNode read(String path) {
        return Json.parse(owner.get(path).answer().body());
    }

    private String path(JsonNode answers) {
        return ALL + "/" + answers.at("/0/Id").asText();
    }

    @Test
    void anOrganisationThatIsTwoServiceOwnersHasTheRulesOfBoth() {
        String path = path(add(RULE));

        assertThat(both.get(ALL).answer().body()).contains("\"310000003\"");
        assertThat(both.put(path, RULE).answer().status()).isEqualTo(204);
        assertThat(both.delete(path).answer().status()).isEqualTo(204);
        assertThat(both.post(ALL, "[" + RULE + "]").answer().body()).contains("\"Ok\"");
        assertThat(owner.get(path).answer().status()).isEqualTo(200);
    }

    @Test
    void aRuleIsAnsweredAsItWasSentWithItsIdAndStatus() {
        JsonNode answers = add(RULE);

        assertThat(answers.get(0))
                .isEqualTo(
                        Json.parse(
                                RULE.replaceFirst("\\{", "{\"Id\":%s,")
                                        .replace(
                                                "\"Condition\"",
                                                "\"OperationStatus\":\"Ok\",\"Condition\"")
                                        .formatted(answers.at("/0/Id").asText())));
        assertThat(read(path(answers))).isEqualTo(answers.get(0));
        assertThat(read(ALL)).isEqualTo(answers);
    }

    @Test
    void eachRuleOfAListHasItsOwnStatus() {
        JsonNode answers =
                add(
                        RULE,
                        RULE.replace("Read", "Write"),
                        RULE.replace("true", "false"),
                        RULE.replace("1001", "2101"),
                        RULE.replace("1001", "9999"),
                        RULE.replace("310000003", "319999999"),
                        RULE.replace("Read", "Fly"),
                        RULE.replace("2099", "2020"));

        assertThat(answers.findValuesAsText("OperationStatus"))
                .containsExactly(
                        "Ok",
                        "Ok",
                        "RuleAlreadyExists",
                        "ServiceNotFound",
                        "ServiceNotFound",
                        "ReporteeNotFound",
                        "InvalidRight",
                        "InvalidValidTo");
        assertThat(read(ALL)).hasSize(2);
        // What stood there already is told, not what was sent.
        assertThat(answers.at("/2/Condition/IsRecipient").booleanValue()).isTrue();
        assertThat(answers.at("/3/Id").isMissingNode()).isTrue();
    }

    @Test
    void aPersonMayBeAdmittedForEver() {
        JsonNode answers =
                add(
                        """
                        {"ServiceCode":"1001","ServiceEditionCode":1,"Reportee":"01909012345",
                         "Right":"Write"}""");

        assertThat(answers.at("/0/OperationStatus").asText()).isEqualTo("Ok");
        assertThat(answers.get(0).has("ValidTo")).isFalse();
        assertThat(answers.get(0).has("Condition")).isFalse();
    }

    @Test
    void rulesAreFoundByServiceAndReportee() {
        add(RULE, RULE.replace("1001", "1002"), RULE.replace("310000003", "310000001"));

        assertThat(read(ALL + "?serviceCode=1001")).hasSize(2);
        assertThat(read(ALL + "?serviceCode=1001&serviceEditionCode=1")).hasSize(2);
        assertThat(read(ALL + "?serviceCode=1001&serviceEditionCode=2")).isEmpty();
        assertThat(read(ALL + "?reportee=310000003")).hasSize(2);
        assertThat(owner.get(ALL + "?serviceEditionCode=x").answer().status()).isEqualTo(400);
    }

    @Test
    void anotherServiceOwnerHasNoPartInIt() {
        String path = path(add(RULE));

        assertThat(Json.parse(other.get(ALL).answer().body())).isEmpty();
        assertThat(other.get(path).answer().status()).isEqualTo(404);
        assertThat(other.put(path, RULE).answer().status()).isEqualTo(404);
        assertThat(other.delete(path).answer().status()).isEqualTo(404);
        assertThat(read(ALL)).hasSize(1);
    }

    @Test
    void timeAndConditionAreChanged() {
        String path = path(add(RULE));

        assertThat(
                        owner.put(
                                        path,
                                        "{\"ValidTo\":\"2026-01-02T10:30:00\","
                                                + "\"Condition\":{\"IsRecipient\":false}}")
                                .answer()
                                .status())
                .isEqualTo(204);
        assertThat(read(path).path("ValidTo").asText()).isEqualTo("2026-01-02T10:30:00+01:00");
        assertThat(read(path).at("/Condition/IsRecipient").booleanValue()).isFalse();

        bed.clock.advance(Duration.ofMinutes(30));
        assertThat(owner.get(path).answer().status()).isEqualTo(404);
        assertThat(owner.put(path, "{}").answer().status()).isEqualTo(404);
    }

    @Test
    void theBodyIsReadBeforeTheRuleIsLookedFor() {
        assertThat(owner.put(ALL + "/7", "{").answer().status()).isEqualTo(400);
    }

    @Test
    void whatARuleIsDoesNotChange() {
        String path = path(add(RULE));

        assertThat(owner.put(path, RULE).answer().status()).isEqualTo(204);
        for (String changed :
                List.of(
                        RULE.replace("1001", "1002"),
                        RULE.replace("\"ServiceEditionCode\":1", "\"ServiceEditionCode\":2"),
                        RULE.replace("310000003", "310000001"),
                        RULE.replace("Read", "Write"),
                        RULE.replace("2099", "2020"),
                        "{\"ValidTo\":\"soon\"}")) {
            assertThat(owner.put(path, changed).answer().status()).as(changed).isEqualTo(400);
        }
    }

    @Test
    void aRuleIsRemoved() {
        String path = path(add(RULE));

        assertThat(owner.delete(path).answer().status()).isEqualTo(204);
        assertThat(owner.delete(path).answer().status()).isEqualTo(404);
        assertThat(read(ALL)).isEmpty();
    }

    @Test
    void aListIsNeededAndHasABound() {
        assertThat(owner.post(ALL, RULE).answer().status()).isEqualTo(400);
        assertThat(owner.post(ALL, "[]").answer().status()).isEqualTo(400);
        String tooMany =
                "[" + String.join(",", Collections.nCopies(SrrRoutes.MOST_AT_ONCE + 1, RULE)) + "]";
        assertThat(owner.post(ALL, tooMany).answer().reason())
                .isEqualTo("The body must be a list of 1 to 500 rules");
        assertThat(read(ALL)).isEmpty();
    }

    @Test
    void aBodyThatCannotBeReadLeavesNothingBehind() {
        for (String bad :
                List.of(
                        RULE.replace("2099-12-06T07:56:20+02:00", "soon"),
                        RULE.replace("true", "\"perhaps\""),
                        RULE.replace("\"ServiceEditionCode\":1", "\"ServiceEditionCode\":\"x\""))) {
            assertThat(owner.post(ALL, "[" + RULE + "," + bad + "]").answer().status())
                    .as(bad)
                    .isEqualTo(400);
        }
        assertThat(read(ALL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "x", "99999999999999999999", "1"})
    void anUnknownIdIsNotFound(String id) {
        assertThat(owner.get(ALL + "/" + id).answer().status()).isEqualTo(404);
    }
}
