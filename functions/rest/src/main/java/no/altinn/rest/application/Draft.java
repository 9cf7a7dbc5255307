package no.altinn.rest.application;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An application to be entered, within its bounds.
 *
 * @param name 1 to 200 characters, not blank
 * @param organizationNumber nine digits
 * @param origins up to 50: https, or http on localhost, in lower case
 * @param grants each of those that there are
 */
public record Draft(
        String name, String organizationNumber, Set<String> origins, Set<String> grants) {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_ORIGINS = 50;
    private static final Pattern ORGANISATION = Pattern.compile("[0-9]{9}");
    private static final String PORT = "(?::[0-9]{1,5})?";
    private static final Pattern ORIGIN =
            Pattern.compile(
                    "https://[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?"
                            + PORT
                            + "|http://localhost"
                            + PORT);

    /**
     * An application.
     *
     * @throws InvalidApplication if it is out of its bounds
     */
    public Draft {
        origins = Set.copyOf(origins);
        grants = Set.copyOf(grants);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new InvalidApplication(
                    "Name must have 1 to %d characters".formatted(LONGEST_NAME));
        }
        if (!ORGANISATION.matcher(organizationNumber).matches()) {
            throw new InvalidApplication("OrganizationNumber must have nine digits");
        }
        if (origins.size() > MOST_ORIGINS) {
            throw new InvalidApplication("Origins must be %d at most".formatted(MOST_ORIGINS));
        }
        for (String origin : origins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new InvalidApplication(
                        "Each of Origins must be https://{host}, or http://localhost, with a port"
                                + " or without, in lower case and without a path");
            }
        }
    }

    /** An application, where what is named twice counts once. */
    public static Draft of(
            String name, String organizationNumber, List<String> origins, List<String> grants) {
        return new Draft(name, organizationNumber, Set.copyOf(origins), Set.copyOf(grants));
    }
}
