package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.function.Consumer;

/** Who a token's holder is when it says more than one thing, or nonsense. */
@ExtendWith(RunningPlatform.class)
final class TokenIdentityTest {
    private static final String SYSTEM_USER =
            "{\"type\":\"urn:altinn:systemuser\",\"systemuser_id\":[\"%s\"]}"
                    .formatted(Tokens.SYSTEM_USER);

    private final Platform platform;

    TokenIdentityTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void aServiceOwnerComesBeforeAllOthers() {
        assertThat(consumer("/party/50000001", this::addEveryone)).isEqualTo("/org/ttd");
    }

    @Test
    void aUserComesBeforeASystemUserAndAnOrganisation() {
        assertThat(
                        consumer(
                                "/party/50000001",
                                claims -> {
                                    addEveryone(claims);
                                    claims.remove("urn:altinn:org");
                                }))
                .isEqualTo("/user/20000001");
    }

    @Test
    void aSystemUserComesBeforeAnOrganisation() {
        assertThat(
                        consumer(
                                "/party/51000001",
                                claims -> {
                                    addEveryone(claims);
                                    claims.remove("urn:altinn:org");
                                    claims.remove("urn:altinn:userid");
                                    claims.remove("urn:altinn:partyid");
                                }))
                .isEqualTo("/systemuser/" + Tokens.SYSTEM_USER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \"", "true", "{}", "[\"ttd\"]", "null"})
    void whatIsNoServiceOwnerCountsAsNone(String org) {
        assertThat(organisationBut("urn:altinn:org", org)).isEqualTo("/organisation/310000001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "1.5",
                "2147483648",
                "99999999999999999999",
                "\"1e3\"",
                "\"x\"",
                "\"\"",
                "true",
                "null",
                "[20000001]",
                "{\"id\":20000001}"
            })
    void whatIsNoUserCountsAsNone(String userId) {
        assertThat(organisationBut("urn:altinn:userid", userId))
                .isEqualTo("/organisation/310000001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"\"",
                "\"{\"",
                "null",
                "7",
                "{\"type\":\"urn:altinn:other\",\"systemuser_id\":[\"" + Tokens.SYSTEM_USER + "\"]}"
            })
    void whatIsNoSystemUserCountsAsNone(String details) {
        assertThat(organisationBut("authorization_details", details))
                .isEqualTo("/organisation/310000001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"urn:altinn:systemuser\"}",
                "{\"type\":\"urn:altinn:systemuser\",\"systemuser_id\":\""
                        + Tokens.SYSTEM_USER
                        + "\"}",
                "{\"type\":\"urn:altinn:systemuser\",\"systemuser_id\":[]}",
                "{\"type\":\"urn:altinn:systemuser\",\"systemuser_id\":[\"1-2-3-4-5\"]}",
                "[{\"type\":\"urn:altinn:systemuser\",\"systemuser_id\":[\""
                        + Tokens.SYSTEM_USER
                        + "\"]},{}]"
            })
    void aSystemUserThatCannotBeReadIsNotTakenForItsOrganisation(String details) {
        String token =
                platform.tokens()
                        .signed(
                                claims -> {
                                    claims.remove("urn:altinn:org");
                                    claims.put("urn:altinn:orgNumber", "310000001")
                                            .set("authorization_details", Json.parse(details));
                                });

        assertThat(subscribe("/party/51000001", token).status()).isEqualTo(401);
    }

    @Test
    void anOrganisationMayBeKnownByItsClientAlone() {
        assertThat(
                        consumer(
                                "/party/51000001",
                                claims -> {
                                    claims.remove("urn:altinn:org");
                                    claims.remove("urn:altinn:orgNumber");
                                    claims.putObject("consumer")
                                            .put("authority", "iso6523-actorid-upis")
                                            .put("ID", "0192:310000001");
                                }))
                .isEqualTo("/organisation/310000001");
    }

    private void addEveryone(ObjectNode claims) {
        claims.put("urn:altinn:userid", 20000001)
                .put("urn:altinn:partyid", 50000001)
                .put("urn:altinn:orgNumber", "310000001")
                .set("authorization_details", Json.parse(SYSTEM_USER));
    }

    /** Who subscribes with the token of organisation 310000001 in which one claim is this JSON. */
    private String organisationBut(String claim, String json) {
        return consumer(
                "/party/51000001",
                claims -> {
                    claims.remove("urn:altinn:org");
                    claims.put("urn:altinn:orgNumber", "310000001").set(claim, Json.parse(json));
                });
    }

    /** Who subscribes to events about somebody. */
    private String consumer(String subject, Consumer<ObjectNode> claims) {
        Reply made = subscribe(subject, platform.tokens().signed(claims));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().path("consumer").asText();
    }

    private Reply subscribe(String subject, String token) {
        return new Subscriber(platform, token)
                .subscribe(
                        platform.inbox().endPoint(),
                        Map.of("resourceFilter", Platform.resource(), "subjectFilter", subject));
    }
}
