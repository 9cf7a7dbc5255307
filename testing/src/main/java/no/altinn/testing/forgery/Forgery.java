package no.altinn.testing.forgery;

/**
 * A token that must never be accepted.
 *
 * @param name what is wrong with it
 * @param source the rule that forbids it
 * @param token what an attacker sends
 */
public record Forgery(String name, String source, String token) {

    /** Whether it can be sent in an HTTP header as it is: no character is refused or cut off. */
    public boolean fitsHeader() {
        return token.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }

    @Override
    public String toString() {
        return name + " (" + source + ")";
    }
}
