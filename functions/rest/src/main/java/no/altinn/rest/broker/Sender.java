package no.altinn.rest.broker;

/**
 * The party that sends a file.
 *
 * @param party the party's id
 * @param number its organisation number, nine digits, or a person's national number, eleven
 * @param receipt the number of its receipt, positive
 */
public record Sender(int party, String number, int receipt) {
    /** Tells no number: persons never reach a log. */
    @Override
    public String toString() {
        return "Party " + party;
    }
}
