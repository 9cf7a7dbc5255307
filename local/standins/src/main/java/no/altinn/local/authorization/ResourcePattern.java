package no.altinn.local.authorization;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * A resource's name, or the beginning of names when it ends with an asterisk.
 *
 * @param pattern in lower case
 */
record ResourcePattern(String pattern) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    ResourcePattern {}

    boolean matches(String name) {
        return pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : name.equals(pattern);
    }
}
