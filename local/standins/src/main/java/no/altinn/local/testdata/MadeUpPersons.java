package no.altinn.local.testdata;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A million persons whom no file lists. Each is known by any one of its numbers, since all of them
 * follow from one index: nothing is stored, and every process knows the same persons.
 *
 * <p>User ids are 21000000 to 21999999, party ids 52000000 to 52999999. National identity numbers
 * have right check digits and a month raised by 80, as the tax administration's synthetic ones do;
 * births are from 1940 to 1994.
 */
public final class MadeUpPersons {
    private static final int COUNT = 1_000_000;
    private static final int FIRST_USER = 21_000_000;
    private static final int FIRST_PARTY = 52_000_000;
    private static final int SYNTHETIC_MONTH = 80;
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1940, 1, 1);

    /** Of the 500 individual numbers of a date in the 1900s, one in ten is used. */
    private static final int A_DAY = 50;

    private static final int STEP = 10;

    private MadeUpPersons() {}

    /** One of them at random. */
    public static Person any() {
        return numbered(ThreadLocalRandom.current().nextInt(COUNT));
    }

    /** Always the same one for the same text, such as the number of a stranger. */
    public static Person standingFor(String text) {
        return numbered(Math.floorMod(text.hashCode(), COUNT));
    }

    /** The one whom this URN names, in lower case. */
    static Optional<Person> named(String urn) {
        String number = urn.substring(urn.lastIndexOf(':') + 1);
        return Stream.of(
                        withNin(number),
                        after(FIRST_USER, number),
                        after(FIRST_PARTY, PartyUuid.party(number).orElse(number)))
                .flatMap(Optional::stream)
                .filter(person -> person.urns().contains(urn))
                .findFirst();
    }

    /** The one with this national identity number. */
    static Optional<Person> withNin(String nin) {
        if (!nin.matches("[0-9]{11}")) {
            return Optional.empty();
        }
        try {
            LocalDate birth =
                    LocalDate.of(
                            1900 + digits(nin, 4, 6),
                            digits(nin, 2, 4) - SYNTHETIC_MONTH,
                            digits(nin, 0, 2));
            long day = ChronoUnit.DAYS.between(FIRST_BIRTH, birth);
            long index = day * A_DAY + digits(nin, 6, 9) / STEP;
            return at(index).filter(person -> person.nin().equals(nin));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Person> after(int first, String number) {
        return number.matches("[0-9]{8}") ? at(Integer.parseInt(number) - first) : Optional.empty();
    }

    private static Optional<Person> at(long index) {
        return index >= 0 && index < COUNT ? Optional.of(numbered((int) index)) : Optional.empty();
    }

    private static Person numbered(int index) {
        int partyId = FIRST_PARTY + index;
        UUID uuid = PartyUuid.of(partyId);
        return new Person(
                "Made-up person " + partyId,
                FIRST_USER + index,
                partyId,
                nin(index),
                uuid,
                ContactPoint.NONE,
                List.of());
    }

    private static String nin(int index) {
        LocalDate birth = FIRST_BIRTH.plusDays(index / A_DAY);
        String date =
                String.format(
                        Locale.ROOT,
                        "%02d%02d%02d",
                        birth.getDayOfMonth(),
                        birth.getMonthValue() + SYNTHETIC_MONTH,
                        birth.getYear() % 100);
        int from = index % A_DAY * STEP;
        // Of ten in a row at most a few have no check digits.
        return IntStream.range(from, from + STEP)
                .mapToObj(individual -> date + String.format(Locale.ROOT, "%03d", individual))
                .map(CheckDigits::person)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private static int digits(String number, int from, int to) {
        return Integer.parseInt(number.substring(from, to));
    }
}
