package no.altinn.local.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class PartyFileTest {
    /** A file as it was before it could tell roles, forms and contact information. */
    private static final String OLD =
            """
            {
              "serviceOwners": [],
              "persons": [
                {"name": "Ola Nordmann", "userId": 1, "partyId": 2, "nin": "3",
                 "uuid": "00000000-0000-4000-8000-000000000002"}
              ],
              "organisations": [
                {"name": "Over", "orgNo": "4", "partyId": 5,
                 "uuid": "00000000-0000-4000-8000-000000000005",
                 "subUnits": [
                   {"name": "Under", "orgNo": "6", "partyId": 7,
                    "uuid": "00000000-0000-4000-8000-000000000007", "subUnits": []}
                 ]}
              ],
              "systemUsers": []
            }
            """;

    private static String withRoles(String roles) {
        return OLD.replace("\"nin\": \"3\",", "\"nin\": \"3\",\n \"roles\": " + roles + ",");
    }

    @Test
    void anOldFileIsStillRead() {
        Parties parties = Parties.parse(OLD);

        Organisation main = parties.organisations().get(0);
        assertThat(parties.persons().get(0).roles()).isEmpty();
        assertThat(parties.persons().get(0).contact()).isEqualTo(ContactPoint.NONE);
        assertThat(main.form()).isEqualTo("AS");
        assertThat(main.deleted()).isFalse();
        assertThat(main.subUnits().get(0).form()).isEqualTo("BEDR");
    }

    @Test
    void rolesFormsAndContactInformationAreTold() {
        Parties parties =
                Parties.parse(
                        withRoles("[{\"org\": \"6\", \"role\": \"DAGL\"}]")
                                .replace(
                                        "\"orgNo\": \"4\",",
                                        "\"orgNo\": \"4\", \"form\": \"ENK\", \"deleted\": true,"
                                                + " \"contact\": {\"email\": \"a@b.no\"},"));

        Person ola = parties.persons().get(0);
        Organisation main = parties.organisations().get(0);
        assertThat(ola.rolesFor(main.subUnits().get(0))).containsExactly("DAGL");
        assertThat(ola.rolesFor(main)).isEmpty();
        assertThat(main.form()).isEqualTo("ENK");
        assertThat(main.deleted()).isTrue();
        assertThat(main.contact()).isEqualTo(new ContactPoint("a@b.no", "", "", "", ""));
    }

    @Test
    void everyoneIsAPrivatePersonForOneselfAlone() {
        Person ola = Parties.parse(OLD).persons().get(0);

        assertThat(ola.rolesFor(ola)).containsExactly("PRIV");
        assertThat(ola.rolesFor(MadeUpPersons.any())).isEmpty();
    }

    @Test
    void rolesForOrganisationsThatNobodyKnowsAreNamedWithTheirLines() {
        assertThatExceptionOfType(MalformedFile.class)
                .isThrownBy(
                        () ->
                                Parties.parse(
                                        withRoles(
                                                """
                                                [
                                                {"org": "6", "role": "dagl"},
                                                {"org": "9", "role": "DAGL"}]""")))
                .withMessage(
                        "line 6: persons[0].roles[0].role: a role is a code of 2 to 20 capital"
                                + " letters and digits, such as DAGL; line 7:"
                                + " persons[0].roles[1].org: there is no organisation with this"
                                + " number in the file");
    }

    @Test
    void aSlipInARoleIsNamedWithItsLineThoughOtherMembersAreLeftOut() {
        assertThatExceptionOfType(MalformedFile.class)
                .isThrownBy(
                        () ->
                                Parties.parse(
                                        withRoles(
                                                "[\n{\"org\": \"6\", \"role\": \"DAGL\",\"of\": 1}]")))
                .withMessageStartingWith("line 6: persons[0].roles[0].of: there is no such member");
        assertThatExceptionOfType(MalformedFile.class)
                .isThrownBy(() -> Parties.parse(OLD.replace("\"orgNo\": \"6\", ", "")))
                .withMessageContaining("orgNo")
                .withMessageContaining("line 12");
    }

    @Test
    void whatIsNoJsonIsAnError() {
        assertThatExceptionOfType(MalformedFile.class)
                .isThrownBy(() -> Parties.parse("{\"persons\": [{"))
                .withMessageStartingWith("line 1: ");
    }
}
