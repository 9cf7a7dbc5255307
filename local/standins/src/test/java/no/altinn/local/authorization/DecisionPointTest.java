package no.altinn.local.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.local.testdata.Bundled;
import no.altinn.local.testdata.FilePlaces;
import no.altinn.local.testdata.LiveFile;
import no.altinn.local.web.LocalServer;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.pdp.Attribute;
import no.altinn.platform.pdp.DecisionRequest;
import no.altinn.platform.pdp.HttpPolicyDecisionPoint;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

class DecisionPointTest {
    private static final String PATH = "/authorization/api/v1/decision";
    private static final String INDETERMINATE =
            """
            {"response":[{"decision":"Indeterminate","status":{"statusCode":\
            {"value":"urn:oasis:names:tc:xacml:1.0:status:syntax-error"}}}]}""";

    @TempDir Path folder;
    private LocalServer server;

    @BeforeEach
    void start() {
        server =
                LocalServer.start(
                        new DecisionPoint(
                                        new LiveFile<>(
                                                new FilePlaces(
                                                        "policies.json",
                                                        List.of(folder.resolve("policies.json")),
                                                        true),
                                                Policies::parse,
                                                Clock.systemUTC()),
                                        Bundled::parties)
                                .handler());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String ask(String request) {
        HttpResponse<String> answer = server.post(PATH, request);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/json");
        return answer.body();
    }

    /** One request of person A, who may only see party 50000001. */
    private static String single(String resource, String party) {
        return """
        {"Request": {
          "AccessSubject": [{"Attribute": [
            {"AttributeId": "urn:altinn:userid", "Value": "20000001"}]}],
          "Action": [{"Attribute": [
            {"AttributeId": "urn:oasis:names:tc:xacml:1.0:action:action-id", "Value": "subscribe",
             "DataType": "http://www.w3.org/2001/XMLSchema#string"}]}],
          "Resource": [{"Attribute": [
            {"AttributeId": "urn:altinn:resource", "Value": "%s"},
            {"AttributeId": "urn:altinn:partyid", "Value": "%s"},
            {"AttributeId": "urn:altinn:event-id", "Value": "e1", "IncludeInResult": true}]}]
        }}
        """
                .formatted(resource, party);
    }

    /** The same for two parties, the second of which is not hers. */
    private static String multi(String secondReference) {
        return """
        {"request": {
          "accessSubject": [{"id": "s1", "attribute": [
            {"attributeId": "urn:altinn:userid", "value": "20000001"}]}],
          "action": [{"id": "a1", "attribute": [
            {"attributeId": "urn:oasis:names:tc:xacml:1.0:action:action-id", "value": "subscribe"}]}],
          "resource": [
            {"id": "r1", "attribute": [
              {"attributeId": "urn:altinn:resource", "value": "ttd-x"},
              {"attributeId": "urn:altinn:partyid", "value": "50000002"},
              {"attributeId": "urn:altinn:event-id", "value": "e1", "includeInResult": true}]},
            {"id": "r2", "attribute": [
              {"attributeId": "urn:altinn:resource", "value": "ttd-x"},
              {"attributeId": "urn:altinn:partyid", "value": "50000001"},
              {"attributeId": "urn:altinn:event-id", "value": "e2", "includeInResult": true}]}],
          "multiRequests": {"requestReference": [
            {"referenceId": ["s1", "a1", "r1"]}, {"referenceId": ["s1", "a1", "%s"]}]}
        }}
        """
                .formatted(secondReference);
    }

    @Test
    void aPermitEchoesWhatWasToBeIncluded() {
        assertThat(ask(single("ttd-x", "50000001")))
                .isEqualTo(
                        """
                        {"response":[{"decision":"Permit","status":{"statusCode":\
                        {"value":"urn:oasis:names:tc:xacml:1.0:status:ok"}},\
                        "category":[{"categoryId":\
                        "urn:oasis:names:tc:xacml:3.0:attribute-category:resource",\
                        "attribute":[{"attributeId":"urn:altinn:event-id","value":"e1"}]}]}]}""");
    }

    @Test
    void whatNoRulePermitsComesWithoutEcho() {
        assertThat(ask(single("ttd-x", "50000002")))
                .isEqualTo(
                        """
                        {"response":[{"decision":"NotApplicable","status":{"statusCode":\
                        {"value":"urn:oasis:names:tc:xacml:1.0:status:ok"}}}]}""");
    }

    @Test
    void theLeastAuthenticationLevelIsAnObligation() {
        assertThat(ask(single("ttd-level4", "50000001")))
                .contains(
                        """
                        "obligations":[{"id":"urn:altinn:obligation:authenticationLevel1",\
                        "attributeAssignment":[{"attributeId":\
                        "urn:altinn:obligation1-assignment1","value":"4",\
                        "category":"urn:altinn:minimum-authenticationlevel",\
                        "dataType":"http://www.w3.org/2001/XMLSchema#integer"}]}]""");
    }

    @Test
    void namesMayComeInAnyCase() {
        String request = single("ttd-x", "50000001").replace("AttributeId", "ATTRIBUTEID");

        assertThat(ask(request)).contains("\"decision\":\"Permit\"");
    }

    @Test
    void aCategoryMayAlsoBeNamedByItsId() {
        String request =
                single("ttd-x", "50000001")
                        .replace(
                                "\"AccessSubject\": [{",
                                "\"Category\": [{\"CategoryId\": \""
                                        + XacmlCategory.SUBJECT
                                        + "\",");

        assertThat(ask(request)).contains("\"decision\":\"Permit\"");
    }

    @Test
    void aMultiRequestIsAnsweredInTheOrderOfItsReferences() {
        assertThat(ask(multi("r2")))
                .containsSubsequence("NotApplicable", "Permit", "\"value\":\"e2\"")
                .doesNotContain("\"value\":\"e1\"");
    }

    @Test
    void aReferenceThatLeadsNowhereSpoilsTheWholeBatch() {
        assertThat(ask(multi("r3"))).isEqualTo(INDETERMINATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "{\"request\":1}",
                "{\"request\":{\"resource\":[{\"attribute\":[{\"value\":\"x\"}]}]}}",
                "{\"request\":{\"resource\":[{\"attribute\":[{\"attributeId\":\"x\"}]}]}}",
                "{\"request\":{\"category\":[{\"attribute\":[]}]}}",
            })
    void aRequestThatCannotBeReadIsIndeterminateUnderStatus200(String request) {
        assertThat(ask(request)).isEqualTo(INDETERMINATE);
    }

    @Test
    void anEmptyRequestIsNotApplicable() {
        assertThat(ask("{\"request\":{}}")).contains("\"decision\":\"NotApplicable\"");
    }

    @Test
    void aChangedPolicyFileAppliesAtOnce() throws IOException {
        assertThat(ask(single("nav-x", "50000002"))).contains("NotApplicable");

        Files.writeString(
                folder.resolve("policies.json"),
                """
                {"rules": [{"caller": "party", "actions": ["subscribe"],
                            "resources": ["nav-*"], "subject": "any"}], "obligations": []}
                """);

        assertThat(ask(single("nav-x", "50000002"))).contains("Permit");
    }

    @Test
    void theRealClientUnderstandsAMixedBatch() {
        HttpPolicyDecisionPoint client =
                new HttpPolicyDecisionPoint(
                        new PlatformHttp(),
                        server.base().resolve("/authorization/api/v1/"),
                        "key",
                        new SideBySide(Runnable::run, 1),
                        Clock.systemUTC());
        List<DecisionRequest> requests =
                IntStream.range(0, 20)
                        .mapToObj(i -> request("e" + i, i % 3 == 0 ? 50000001 : 50000002))
                        .toList();

        assertThat(client.decide(requests))
                .extracting(no.altinn.platform.pdp.Decision::permits)
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> i % 3 == 0).toList());
    }

    private static DecisionRequest request(String event, int party) {
        return new DecisionRequest(
                List.of(Attribute.of("urn:altinn:userid", "20000001")),
                DecisionRequest.action("subscribe"),
                List.of(
                        Attribute.of("urn:altinn:resource", "ttd-x"),
                        Attribute.of("urn:altinn:partyid", String.valueOf(party)).integer(),
                        Attribute.of("urn:altinn:event-id", event).included()));
    }
}
