package no.altinn.local.testdata;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** UUIDs of made-up parties, which end with the party's id as the test data's do. */
final class PartyUuid {
    private static final Pattern PATTERN =
            Pattern.compile("00000000-0000-4000-8000-0000([0-9]{8})");

    private PartyUuid() {}

    /** The UUID of a party with an id of at most eight digits. */
    static UUID of(int partyId) {
        return UUID.fromString(
                String.format(Locale.ROOT, "00000000-0000-4000-8000-0000%08d", partyId));
    }

    /** The eight digits of the party's id; empty when the text is no such UUID. */
    static Optional<String> party(String uuid) {
        return Optional.of(PATTERN.matcher(uuid))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }
}
