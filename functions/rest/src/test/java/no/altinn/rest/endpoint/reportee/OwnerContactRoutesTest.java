package no.altinn.rest.endpoint.reportee;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.contact.Contact;
import no.altinn.rest.contact.ContactAddress;
import no.altinn.rest.door.DoorBed.Answer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class OwnerContactRoutesTest {
    private static final String ALL = "serviceowner/organizations";
    private static final Optional<Contact.Person> A =
            Optional.of(new Contact.Person(20000001, 50000001));
    private static final Optional<Contact.Person> B =
            Optional.of(new Contact.Person(20000002, 50000002));

    private final PartiesBed bed = new PartiesBed();

    private Answer get(String path) {
        return bed.asOwner().get(path).answer();
    }

    private void register(String organisation, String email, Optional<Contact.Person> by) {
        bed.contacts.add(organisation, ContactAddress.email(email), by);
    }

    @Test
    void organisationsThatRegisteredContactsAreListed() {
        assertThat(get(ALL).body()).isEqualTo("[]");
        register("310000002", "a@b.no", A);
        register("310000001", "c@b.no", A);

        assertThat(get(ALL).body())
                .isEqualTo(
                        """
                        [{"Name":"Main unit","OrganizationNumber":"310000001","Type":"AS"},\
                        {"Name":"Sub-unit","OrganizationNumber":"310000002","Type":"BEDR"}]""");
        assertThat(get(ALL + "?$skip=1&$top=1").body())
                .isEqualTo(
                        "[{\"Name\":\"Sub-unit\",\"OrganizationNumber\":\"310000002\",\"Type\":\"BEDR\"}]");
        assertThat(get(ALL + "?$filter=Type+eq+'AS'").body())
                .contains("310000001")
                .doesNotContain("310000002");
    }

    @Test
    void onlyOrganisationsOfThePageAreLookedUp() {
        bed.town.made(60).forEach(unit -> register(unit.organizationIdentifier(), "a@b.no", A));
        bed.town.asked.clear();

        assertThat(get(ALL).body().split("OrganizationNumber", -1)).hasSize(51);
        assertThat(bed.town.asked).hasSize(50);
        assertThat(get(ALL + "?$skip=50").body().split("OrganizationNumber", -1)).hasSize(11);
    }

    @ParameterizedTest
    @CsvSource({
        "email=A@B.no, 310000002",
        "phoneNumber=99000000, 310000001",
        "phoneNumber=+4799000000, 310000001",
        "email=nobody@b.no, ''",
        "phoneNumber=1, ''",
        "phoneNumber=x, ''",
    })
    void organisationsAreFoundByAnAddress(String query, String number) {
        register("310000002", "a@b.no", A);
        bed.contacts.add("310000001", ContactAddress.mobile("+4799000000"), A);

        String body = get(ALL + "?" + query).body();

        if (number.isEmpty()) {
            assertThat(body).isEqualTo("[]");
        } else {
            assertThat(body.split("OrganizationNumber", -1)).hasSize(2);
            assertThat(body).contains(number);
        }
    }

    @Test
    void anOrganisationLinksToItsContacts() {
        String self = "https://rest.example/api/serviceowner/organizations/310000003";

        assertThat(
                        bed.asOwner()
                                .get(ALL + "/310000003")
                                .accepting("application/hal+json")
                                .answer()
                                .body())
                .isEqualTo(
                        """
                        {"Name":"another organisation","OrganizationNumber":"310000003",\
                        "Type":"ENK","_links":{"self":{"href":"%1$s"},\
                        "officialcontacts":{"href":"%1$s/officialcontacts"},\
                        "personalcontacts":{"href":"%1$s/personalcontacts"}}}"""
                                .formatted(self));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "310000009",
                "x",
                "r51000001",
                "310000009/officialcontacts",
                "310000009/personalcontacts",
                "310000009/personalcontacts/r50000001/roles",
                "310000001/personalcontacts/r50000001/roles",
                "310000001/personalcontacts/x/roles"
            })
    void whatIsUnknownIsNotFound(String path) {
        assertThat(get(ALL + "/" + path).status()).isEqualTo(404);
    }

    @Test
    void officialContactsAreAllThatWereRegisteredWithTimesOfOslo() {
        register("310000001", "a@b.no", A);
        bed.town.clock.advance(Duration.ofMillis(120));
        bed.contacts.add("310000001", ContactAddress.mobile("99000000"), Optional.empty());

        assertThat(get(ALL + "/310000001/officialcontacts").body())
                .isEqualTo(
                        """
                        [{"EMailAddress":"a@b.no","EMailAddressChanged":"2026-01-02T10:00:00"},\
                        {"MobileNumber":"99000000",\
                        "MobileNumberChanged":"2026-01-02T10:00:00.12"}]""");
        assertThat(get(ALL + "/310000002/officialcontacts").body()).isEqualTo("[]");
    }

    @Test
    void personalContactsAreThePersonsWhoRegisteredThemWithTheNewestOfEach() {
        register("310000001", "old@b.no", A);
        bed.town.clock.advance(Duration.ofDays(1));
        register("310000001", "new@b.no", A);
        bed.contacts.add("310000001", ContactAddress.mobile("99000000"), A);
        register("310000001", "system@b.no", Optional.empty());

        assertThat(
                        bed.asOwner()
                                .get(ALL + "/310000001/personalcontacts")
                                .accepting("application/hal+json")
                                .answer()
                                .body())
                .contains(
                        """
                        [{"PersonalContactId":"r50000001","Name":"Person A",\
                        "SocialSecurityNumber":"01909012345","MobileNumber":"99000000",\
                        "MobileNumberChanged":"2026-01-03T10:00:00","EMailAddress":"new@b.no",\
                        "EMailAddressChanged":"2026-01-03T10:00:00","_links":{"roles":{"href":\
                        "https://rest.example/api/serviceowner/organizations/310000001/personalcontacts/r50000001/roles"}}}]""");
    }

    @Test
    void aPersonWhoActsForTheOrganisationNoMoreIsNoPersonalContact() {
        register("310000001", "b@b.no", B);
        bed.town.given.put(20000002, Set.of(51000001));
        assertThat(get(ALL + "/310000001/personalcontacts").body()).contains("r50000002");

        bed.town.given.clear();
        assertThat(get(ALL + "/310000001/personalcontacts").body()).isEqualTo("[]");
        assertThat(get(ALL + "/310000001/personalcontacts/r50000002/roles").status())
                .isEqualTo(404);
        assertThat(get(ALL + "/310000001/officialcontacts").body()).contains("b@b.no");
    }

    @Test
    void theRolesOfAPersonalContactAreToldInTheAskedLanguage() {
        register("310000001", "a@b.no", A);
        bed.town.allowed.add("20000001 51000001 DAGL");
        bed.town.allowed.add("20000001 51000002 UTINN");
        String path = ALL + "/310000001/personalcontacts/R50000001/roles";

        assertThat(get(path).body())
                .isEqualTo(
                        """
                        [{"RoleType":"External","RoleDefinitionId":195,"RoleDefinitionCode":"DAGL",\
                        "RoleName":"Daglig leder","RoleDescription":"Om DAGL"}]""");
        assertThat(get(path + "?language=1033").body()).contains("\"RoleName\":\"DAGL\"");
        assertThat(bed.asOwner().get(path).accepting("application/hal+json").answer().body())
                .contains(
                        "\"roledefinition\":{\"href\":"
                                + "\"https://rest.example/api/serviceowner/roledefinitions/195\"}");
    }

    @Test
    void contactsHaveNamesOfTheirOwnInXml() {
        register("310000001", "a@b.no", A);

        for (String name : List.of("OfficialContact", "PersonalContact")) {
            assertThat(
                            bed.asOwner()
                                    .get(ALL + "/310000001/" + name + "s")
                                    .accepting("application/xml")
                                    .answer()
                                    .body())
                    .contains("<ArrayOf" + name + "><" + name + ">")
                    .contains("<EMailAddress>a@b.no</EMailAddress>");
        }
    }
}
