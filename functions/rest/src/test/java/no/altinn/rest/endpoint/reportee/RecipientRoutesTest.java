package no.altinn.rest.endpoint.reportee;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.contact.ContactAddress;
import no.altinn.rest.door.DoorBed.Answer;
import no.altinn.rest.profile.Profile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

final class RecipientRoutesTest {
    private static final String PATH = "serviceowner/notifications/validaterecipient?";

    private final PartiesBed bed = new PartiesBed();

    private Answer get(String query) {
        return bed.asOwner().get(PATH + query).answer();
    }

    private static String reach(boolean hasInbox, boolean bySms, boolean byEmail) {
        return """
               {"inboxAccessible":%s,"canReceiveNotificationBySms":%s,\
               "canReceiveNotificationByEmail":%s}"""
                .formatted(hasInbox, bySms, byEmail);
    }

    @ParameterizedTest
    @CsvSource({
        "310000001, true",
        "310000003, true",
        "310000004, false",
        "310000009, false",
        "x, false",
    })
    void anOrganisationOfTheRegisterHasAnInboxUnlessItIsStruckOff(String number, boolean hasInbox) {
        assertThat(get("organizationNumber=" + number).body())
                .isEqualTo(reach(hasInbox, false, false));
    }

    @Test
    void anOrganisationIsToldByTheContactsThatItRegistered() {
        bed.contacts.add("310000001", ContactAddress.email("a@b.no"), Optional.empty());
        assertThat(get("organizationNumber=310000001").body()).isEqualTo(reach(true, false, true));

        bed.contacts.add("310000001", ContactAddress.mobile("99000000"), Optional.empty());
        assertThat(get("organizationNumber=310000001").body()).isEqualTo(reach(true, true, true));
    }

    @ParameterizedTest
    @CsvSource({
        "01909012345, A, true",
        "01909012345, B, false",
        "02909012346, Nordmann, false",
        "03909012345, A, false",
        "x, A, false",
    })
    void aPersonWithAProfileAndTheRightLastNameHasAnInbox(
            String number, String lastName, boolean hasInbox) {
        assertThat(get("socialSecurityNumber=" + number + "&lastName=" + lastName).body())
                .isEqualTo(reach(hasInbox, hasInbox, hasInbox));
    }

    @Test
    void aPersonWhoWantsNoElectronicLettersHasNoInbox() {
        bed.town.profiles.put("02909012346", profile(false));
        assertThat(get("socialSecurityNumber=02909012346&lastName=Nordvik").body())
                .isEqualTo(reach(true, false, true));

        bed.town.profiles.put("02909012346", profile(true));
        assertThat(get("socialSecurityNumber=02909012346&lastName=Nordvik").body())
                .isEqualTo(reach(false, false, false));
    }

    private static Profile profile(boolean isReserved) {
        return new Profile(
                20000002,
                50000002,
                Optional.empty(),
                Optional.empty(),
                Optional.of("b@b.no"),
                isReserved,
                Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "organizationNumber=",
                "lastName=A",
                "socialSecurityNumber=01909012345",
                "organizationNumber=310000001&lastName=A",
                "organizationNumber=310000001&socialSecurityNumber=01909012345&lastName=A"
            })
    void eitherAnOrganisationOrAPersonIsNeeded(String query) {
        assertThat(get(query).status()).isEqualTo(400);
    }
}
