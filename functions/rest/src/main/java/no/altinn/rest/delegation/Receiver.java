package no.altinn.rest.delegation;

import java.util.Optional;
import java.util.regex.Pattern;

/** Who is given something. */
public sealed interface Receiver {
    Pattern FORM = Pattern.compile("[ruRU][1-9][0-9]{0,9}");

    /** The id in addresses and records: {@code r50000001}, {@code u1500000001}. */
    String id();

    /**
     * A person or an organisation.
     *
     * @param partyId positive
     */
    record Party(int partyId) implements Receiver {
        @Override
        public String id() {
            return "r" + partyId;
        }
    }

    /**
     * An enterprise user.
     *
     * @param userId positive
     */
    record EnterpriseUser(int userId) implements Receiver {
        @Override
        public String id() {
            return "u" + userId;
        }
    }

    /** The receiver that an id names, in any case; empty for a text that is no such id. */
    static Optional<Receiver> read(String id) {
        if (!FORM.matcher(id).matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(id.substring(1));
        if (number > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        boolean isParty = Character.toLowerCase(id.charAt(0)) == 'r';
        return Optional.of(isParty ? new Party((int) number) : new EnterpriseUser((int) number));
    }
}
