package no.altinn.rest.endpoint.profile;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.access.Caller;
import no.altinn.rest.door.DoorBed.Answer;
import no.altinn.rest.endpoint.reportee.PartiesBed;
import no.altinn.rest.language.Language;
import no.altinn.rest.profile.Accounts.Account;
import no.altinn.rest.reportee.Town;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;
import java.util.Set;

final class ProfileRoutesTest {
    private final PartiesBed bed = new PartiesBed();

    private Answer get(Caller caller, String path) {
        return bed.as(caller).get(path).answer();
    }

    @Test
    void onesOwnProfileHasWhatProfileAndTheAccountKnow() {
        bed.accounts.put(20000001, new Account(Optional.of("ola"), Optional.of(Language.ENGLISH)));

        for (String path : List.of("my/profile", "r50000001/profile")) {
            assertThat(get(Town.A, path).body())
                    .isEqualTo(
                            """
                            {"Name":"Person A","UserName":"ola","MobileNumber":"+4799000001",\
                            "PreferredLanguage":"English"}""");
        }
    }

    @Test
    void whatNobodyKnowsIsLeftOutAndTheLanguageIsBokmaal() {
        assertThat(get(Town.B, "my/profile").body())
                .isEqualTo("{\"Name\":\"Bo Lang Nordmann\",\"PreferredLanguage\":\"NorwegianNO\"}");
    }

    @Test
    void theProfileOfAnotherPersonIsForNobodyElse() {
        bed.town.given.put(20000001, Set.of(50000002));

        assertThat(get(Town.A, "r50000002/profile").status()).isEqualTo(404);
        assertThat(get(Town.B, "r50000001/profile").status()).isEqualTo(403);
    }

    @Test
    void anOrganisationsProfileIsRegistersWithALinkToItsContactInformation() {
        String members =
                """
                "Entity":"Main unit","Email":"post@eksempel.no","MobileNumber":"+4799000010",\
                "Address":"Storgata 1","PostCode":"8900","City":"Brønnøysund\"""";

        assertThat(get(Town.A, "310000001/profile").body()).isEqualTo("{" + members + "}");
        assertThat(
                        bed.as(Town.A)
                                .get("310000001/profile")
                                .accepting("application/hal+json")
                                .answer()
                                .body())
                .isEqualTo(
                        "{"
                                + members
                                + """
                                ,"_links":{"self":{"href":\
                                "https://rest.example/api/310000001/profile"},"contactinformation":{\
                                "href":"https://rest.example/api/310000001/profile/contactinformation"}}}""");
        assertThat(get(Town.A, "310000002/profile").body()).isEqualTo("{\"Entity\":\"Sub-unit\"}");
    }

    @Test
    void anEnterpriseUsersOwnProfileIsItsOrganisations() {
        assertThat(get(Town.SYSTEM, "my/profile").body()).contains("\"Entity\":\"Main unit\"");
    }

    @ParameterizedTest
    @CsvSource({"310000003, 403", "310000009, 404", "x, 404"})
    void theProfileOfAStrangerIsRefused(String who, int status) {
        assertThat(get(Town.A, who + "/profile").status()).isEqualTo(status);
    }
}
