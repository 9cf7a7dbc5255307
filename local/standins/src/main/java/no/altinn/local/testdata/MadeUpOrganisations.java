package no.altinn.local.testdata;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fifty thousand organisations whom no file lists, without sub-units. Each is known by any one of
 * its numbers, since all of them follow from one index: nothing is stored, and every process knows
 * the same organisations.
 *
 * <p>Organisation numbers are 315000000 to 319999999 with right check digits, within the range of
 * synthetic ones; party ids are 53000000 to 53049999.
 */
public final class MadeUpOrganisations {
    private static final int COUNT = 50_000;
    private static final int FIRST_PARTY = 53_000_000;
    private static final int FIRST_NUMBER = 3_150_000;

    private MadeUpOrganisations() {}

    /** One of them at random. */
    public static Organisation any() {
        return numbered(ThreadLocalRandom.current().nextInt(COUNT));
    }

    /** Always the same one for the same text, such as the code of an unknown service owner. */
    public static Organisation standingFor(String text) {
        return numbered(Math.floorMod(text.hashCode(), COUNT));
    }

    /** The one whom this URN names, in lower case. */
    static Optional<Organisation> named(String urn) {
        String number = urn.substring(urn.lastIndexOf(':') + 1);
        return Stream.of(withNumber(number), withParty(PartyUuid.party(number).orElse(number)))
                .flatMap(Optional::stream)
                .filter(organisation -> organisation.urns().contains(urn))
                .findFirst();
    }

    /** The one with this organisation number. */
    static Optional<Organisation> withNumber(String orgNo) {
        return orgNo.matches("[0-9]{9}")
                ? at(Integer.parseInt(orgNo.substring(0, 7)) - FIRST_NUMBER)
                        .filter(organisation -> organisation.orgNo().equals(orgNo))
                : Optional.empty();
    }

    private static Optional<Organisation> withParty(String partyId) {
        return partyId.matches("[0-9]{8}")
                ? at(Integer.parseInt(partyId) - FIRST_PARTY)
                : Optional.empty();
    }

    private static Optional<Organisation> at(int index) {
        return index >= 0 && index < COUNT ? Optional.of(numbered(index)) : Optional.empty();
    }

    private static Organisation numbered(int index) {
        int partyId = FIRST_PARTY + index;
        return new Organisation(
                "Made-up organisation " + partyId,
                orgNo(FIRST_NUMBER + index),
                partyId,
                PartyUuid.of(partyId),
                "AS",
                false,
                ContactPoint.NONE,
                List.of());
    }

    private static String orgNo(int firstSeven) {
        // Where the eighth digit 0 leaves no check digit, 1 does.
        return IntStream.rangeClosed(0, 1)
                .mapToObj(eighth -> "" + firstSeven + eighth)
                .map(CheckDigits::organisation)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }
}
