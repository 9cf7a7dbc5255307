package no.altinn.local.testdata;

import java.util.Optional;

/** The check digits of Norwegian numbers: weighted sums modulo 11. */
final class CheckDigits {
    private static final int[] FIRST_OF_PERSON = {3, 7, 6, 1, 8, 9, 4, 5, 2};
    private static final int[] SECOND_OF_PERSON = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
    private static final int[] OF_ORGANISATION = {3, 2, 7, 6, 5, 4, 3, 2};

    private CheckDigits() {}

    /**
     * A national identity number.
     *
     * @param digits its first nine digits
     * @return eleven digits; empty when no number begins with these
     */
    static Optional<String> person(String digits) {
        return with(digits, FIRST_OF_PERSON).flatMap(ten -> with(ten, SECOND_OF_PERSON));
    }

    /**
     * An organisation's number.
     *
     * @param digits its first eight digits
     * @return nine digits; empty when no number begins with these
     */
    static Optional<String> organisation(String digits) {
        return with(digits, OF_ORGANISATION);
    }

    private static Optional<String> with(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * Character.digit(digits.charAt(i), 10);
        }
        int check = (11 - sum % 11) % 11;
        // Numbers whose check digit would have two digits are not given out.
        return check == 10 ? Optional.empty() : Optional.of(digits + check);
    }
}
