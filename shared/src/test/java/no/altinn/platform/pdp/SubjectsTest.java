package no.altinn.platform.pdp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.auth.AcceptedTokens;
import no.altinn.testing.jose.TestTokens;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

final class SubjectsTest {
    private static final String UUID = "5d9c1f0e-6d36-4a6e-9d3c-2f5f0a1b2c3d";

    private final TestTokens tokens =
            new TestTokens(MutableClock.at(Instant.ofEpochSecond(1_800_000_000L)));

    private List<Attribute> of(Consumer<ObjectNode> claims) {
        return Subjects.of(AcceptedTokens.token(tokens, claims));
    }

    private static void systemUser(ObjectNode claims) {
        claims.putObject("authorization_details")
                .put("type", "urn:altinn:systemuser")
                .putArray("systemuser_id")
                .add(UUID);
    }

    @ParameterizedTest
    @CsvSource({
        "/user/20000490,urn:altinn:userid,20000490",
        "/org/ttd,urn:altinn:org,ttd",
        "/organisation/991825827,urn:altinn:organization:identifier-no,991825827",
        "/systemuser/5d9c1f0e,urn:altinn:systemuser:uuid,5d9c1f0e",
        "urn:altinn:organization:identifier-no:991825827,"
                + "urn:altinn:organization:identifier-no,991825827",
        "urn:altinn:party:uuid:5d9c1f0e,urn:altinn:party:uuid,5d9c1f0e"
    })
    void aConsumerOrSubjectBecomesOneAttribute(String subject, String id, String value) {
        assertThat(Subjects.of(subject)).contains(Attribute.of(id, value));
    }

    @Test
    void aPartyIsAnInteger() {
        assertThat(Subjects.of("/party/50"))
                .contains(Attribute.of("urn:altinn:partyid", "50").integer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:altinn:person:identifier-no:01017012345",
                "urn:Altinn:Person:Identifier-No:01017012345"
            })
    void aPersonalNumberIsNeverSent(String subject) {
        assertThat(Subjects.of(subject)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/user/",
                "/party",
                "user/1",
                "/USER/1",
                "/person/1",
                "urn:",
                "urn:x",
                "urn:x:",
                "text"
            })
    void whatIsOfNoKnownFormIsLeftOut(String subject) {
        assertThat(Subjects.of(subject)).isEmpty();
    }

    @Test
    void aCallerTellsScopesSessionPlainUrnClaimsAndUser() {
        List<Attribute> attributes =
                of(
                        claims -> {
                            claims.put("scope", "b a").put("sid", "s1").put("name", "x");
                            claims.put("urn:altinn:userid", 20000490);
                            claims.put("urn:altinn:authlevel", "3");
                            claims.putObject("urn:altinn:object").put("a", 1);
                            claims.putNull("urn:altinn:null");
                        });

        assertThat(attributes)
                .containsExactlyInAnyOrder(
                        Attribute.of("urn:scope", "a b"),
                        Attribute.of("urn:altinn:sessionid", "s1"),
                        Attribute.of("urn:altinn:authlevel", "3"),
                        Attribute.of("urn:altinn:userid", "20000490"));
    }

    @Test
    void withoutSessionTheTokensOwnIdIsTold() {
        assertThat(of(claims -> claims.put("jti", "j1")))
                .containsExactly(Attribute.of("urn:altinn:sessionid", "j1"));
    }

    @Test
    void noAttributeIsToldTwice() {
        assertThat(of(claims -> claims.put("jti", "j1").put("urn:altinn:sessionid", "other")))
                .containsExactly(Attribute.of("urn:altinn:sessionid", "j1"));
    }

    @Test
    void aSystemUserIsToldAlone() {
        assertThat(
                        of(
                                claims -> {
                                    systemUser(claims);
                                    claims.put("scope", "a")
                                            .put("urn:altinn:orgNumber", "991825827");
                                }))
                .containsExactly(Attribute.of("urn:altinn:systemuser:uuid", UUID));
    }

    @Test
    void aUserOrPartyComesBeforeTheSystemUser() {
        assertThat(
                        of(
                                claims -> {
                                    systemUser(claims);
                                    claims.put("urn:altinn:partyid", 50);
                                }))
                .contains(Attribute.of("urn:altinn:partyid", "50"))
                .noneMatch(attribute -> attribute.value().equals(UUID));
    }

    @Test
    void anOrganisationIsToldUnderBothNames() {
        assertThat(of(claims -> claims.put("urn:altinn:orgNumber", 991825827)))
                .contains(
                        Attribute.of("urn:altinn:organizationnumber", "991825827"),
                        Attribute.of("urn:altinn:organization:identifier-no", "991825827"));
    }

    @Test
    void aUsersOrganisationIsNoIdentity() {
        assertThat(
                        of(
                                claims ->
                                        claims.put("urn:altinn:orgNumber", "991825827")
                                                .put("urn:altinn:userid", 1)))
                .noneMatch(
                        attribute ->
                                attribute.id().equals("urn:altinn:organization:identifier-no"));
    }
}
