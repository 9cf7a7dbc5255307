package no.altinn.platform.register;

/** The URNs that Register knows parties by. */
public final class PartyUrn {
    private PartyUrn() {}

    /** Names a party by its id. */
    public static String party(int partyId) {
        return "urn:altinn:party:id:" + partyId;
    }

    /** Names a person by the national identity number, eleven digits. */
    public static String person(String nin) {
        return "urn:altinn:person:identifier-no:" + nin;
    }

    /** Names an organisation by its number, nine digits. */
    public static String organization(String number) {
        return "urn:altinn:organization:identifier-no:" + number;
    }
}
