package no.altinn.local.authorization;

import com.fasterxml.jackson.annotation.JsonCreator;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A resource's name, or the beginning of names when it ends with an asterisk.
 *
 * @param pattern in lower case
 */
record ResourcePattern(String pattern) {
    private static final Pattern FORM = Pattern.compile("[^\\s:*]+\\*?|\\*");

    /**
     * @throws IllegalArgumentException if it can match no name
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    ResourcePattern {
        pattern = pattern.toLowerCase(Locale.ROOT);
        if (!FORM.matcher(pattern).matches()) {
            throw new IllegalArgumentException(
                    ("no resource is called \"%s\"; a name is without its URN prefix,"
                                    + " with an asterisk at its end at most")
                            .formatted(pattern));
        }
    }

    boolean matches(String name) {
        return pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : name.equals(pattern);
    }
}
