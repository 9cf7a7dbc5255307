package no.altinn.rest.endpoint.reportee;

import java.util.Optional;
import java.util.regex.Pattern;

/** The ids of reportees in addresses: {@code r} and the id of the party. */
final class ReporteeId {
    private static final Pattern FORM = Pattern.compile("[rR][1-9][0-9]{0,8}");

    private ReporteeId() {}

    /** The id of the party; empty for a text that is no such id. */
    static Optional<Integer> partyId(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(Integer.valueOf(text.substring(1)))
                : Optional.empty();
    }
}
