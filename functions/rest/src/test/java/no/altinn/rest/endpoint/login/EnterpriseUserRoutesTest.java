package no.altinn.rest.endpoint.login;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.json.Json;
import no.altinn.rest.access.Caller;
import no.altinn.rest.application.Application;
import no.altinn.rest.application.KnownApplications;
import no.altinn.rest.door.Category;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.door.DoorBed.Answer;
import no.altinn.rest.login.LoginBed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;
import java.util.Set;

class EnterpriseUserRoutesTest {
    private static final Caller.Organisation OWNER =
            new Caller.Organisation(LoginBed.ORGANISATION, Optional.empty(), 3, Optional.empty());
    private static final Caller.Organisation OTHER =
            new Caller.Organisation("310000002", Optional.empty(), 3, Optional.empty());

    private final LoginBed bed = new LoginBed();
    private final DoorBed routes =
            DoorBed.of(
                    new EnterpriseUserRoutes(
                            bed.enterpriseUsers, new KeyOf(LoginBed.ORGANISATION)));
    private final DoorBed others =
            DoorBed.of(new EnterpriseUserRoutes(bed.enterpriseUsers, new KeyOf("310000002")))
                    .calledBy(OTHER);
    private final DoorBed door = routes.calledBy(OWNER);

    private record KeyOf(String organisation) implements KnownApplications {
        @Override
        public Optional<Application> ofKey(String key) {
            return Optional.of(
                    new Application("a", "All", organisation, Set.of(), Category.grants()));
        }

        @Override
        public boolean hasOrigin(String origin) {
            return false;
        }
    }

    private String secret(Answer answer) {
        return Json.parse(answer.body()).path("Secret").asText();
    }

    @Test
    void aUserIsMadeWithASecretThatIsToldOnce() {
        Answer made =
                door.post("enterpriseusers", "{\"UserName\":\"Lønn.1\"}")
                        .accepting("application/hal+json")
                        .answer();

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location"))
                .isEqualTo("https://rest.example/api/enterpriseusers/L%C3%B8nn.1");
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        assertThat(secret(made)).hasSizeGreaterThan(40);
        Answer shown =
                door.get("enterpriseusers/l%C3%B8nn.1").accepting("application/json").answer();
        assertThat(Json.parse(shown.body()))
                .isEqualTo(
                        Json.parse(
                                "{\"UserName\":\"Lønn.1\",\"Created\":\"2026-01-02T04:04:05\","
                                        + "\"OwnerOrgNo\":\"310000001\"}"));
        assertThat(
                        bed.passwordLogin.login(
                                "lønn.1",
                                secret(made),
                                Optional.of(bed.authority.base64(bed.authority.draft()))))
                .isNotEmpty();
    }

    @Test
    void usersAreListedWithoutSecrets() {
        door.post("enterpriseusers", "{\"UserName\":\"a\"}").answer();

        Answer list = door.get("enterpriseusers").accepting("application/hal+json").answer();

        assertThat(list.status()).isEqualTo(200);
        assertThat(Json.parse(list.body()).path("_embedded").path("enterpriseusers"))
                .extracting(user -> user.path("UserName").asText())
                .containsExactly("a", "system310");
        assertThat(list.body()).doesNotContain("Secret").doesNotContain("argon2");
    }

    @Test
    void aNewSecretEndsTheOneBefore() {
        String before =
                secret(
                        door.post("enterpriseusers", "{\"UserName\":\"a\"}")
                                .accepting("application/json")
                                .answer());
        Answer rotated =
                door.post("enterpriseusers/a/rotatesecret", "")
                        .accepting("application/json")
                        .answer();

        assertThat(rotated.status()).isEqualTo(200);
        assertThat(rotated.header("Cache-Control")).isEqualTo("no-store");
        assertThat(secret(rotated)).isNotEqualTo(before).hasSizeGreaterThan(40);
    }

    @Test
    void aUserIsRenamed() {
        assertThat(
                        door.put("enterpriseusers/system310", "{\"UserName\":\"new\"}")
                                .answer()
                                .status())
                .isEqualTo(204);

        assertThat(door.get("enterpriseusers/system310").answer().status()).isEqualTo(404);
        assertThat(door.get("enterpriseusers/new").answer().status()).isEqualTo(200);
    }

    @Test
    void theBodyIsReadBeforeTheUserIsLookedFor() {
        assertThat(door.put("enterpriseusers/nobody", "{").answer().status()).isEqualTo(400);
    }

    @Test
    void aUserIsRemoved() {
        assertThat(door.delete("enterpriseusers/system310").answer().status()).isEqualTo(204);
        assertThat(door.delete("enterpriseusers/system310").answer().status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OLA|The user name is taken",
                "SYSTEM310|The user name is taken",
                "a b|UserName must be 1 to 64 letters, digits or any of ._@+-, and no national number",
                "01909012345|UserName must be 1 to 64 letters, digits or any of ._@+-, and no"
                        + " national number"
            })
    void aNameThatCannotBeHadIsRefused(String name, String reason) {
        Answer answer = door.post("enterpriseusers", "{\"UserName\":\"" + name + "\"}").answer();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason()).isEqualTo(reason);
    }

    @Test
    void anotherOrganisationMeetsNoneOfThem() {
        assertThat(others.get("enterpriseusers").accepting("application/json").answer().body())
                .isEqualTo("[]");
        for (Answer answer :
                new Answer[] {
                    others.get("enterpriseusers/system310").answer(),
                    others.put("enterpriseusers/system310", "{\"UserName\":\"x\"}").answer(),
                    others.delete("enterpriseusers/system310").answer(),
                    others.post("enterpriseusers/system310/rotatesecret", "").answer()
                }) {
            assertThat(answer.status()).isEqualTo(404);
        }
        assertThat(door.get("enterpriseusers/system310").answer().status()).isEqualTo(200);
    }

    @Test
    void theKeyMustBeTheCallingOrganisations() {
        DoorBed foreign = routes.calledBy(OTHER);

        assertThat(foreign.get("enterpriseusers").answer().status()).isEqualTo(403);
        assertThat(foreign.post("enterpriseusers", "{\"UserName\":\"x\"}").answer().status())
                .isEqualTo(403);
        assertThat(bed.users.named("x")).isEmpty();
    }

    @Test
    void usersAreForOrganisationsWithTheScope() {
        assertThat(routes.get("enterpriseusers").answer().status()).isEqualTo(401);
        assertThat(routes.calledBy(DoorBed.A).get("enterpriseusers").answer().reason())
                .isEqualTo(
                        "Authorization failed: There is no authenticated organization number set"
                                + " on this request");
        DoorBed reader =
                routes.calledBy(
                        new Caller.Organisation(
                                LoginBed.ORGANISATION,
                                Optional.empty(),
                                3,
                                Optional.of(Set.of("altinn:enterpriseusers.read"))));
        assertThat(reader.get("enterpriseusers").answer().status()).isEqualTo(200);
        assertThat(reader.delete("enterpriseusers/system310").answer().reason())
                .isEqualTo("Claims Authorization failed: Missing required scope");
    }
}
