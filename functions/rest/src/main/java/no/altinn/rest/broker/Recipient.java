package no.altinn.rest.broker;

import java.time.Instant;
import java.util.Optional;

/**
 * A party that receives a file.
 *
 * @param party the party's id
 * @param number its organisation number, nine digits, or a person's national number, eleven
 * @param receipt the number of its receipt, positive
 * @param confirmed when it confirmed that it has the file
 */
public record Recipient(int party, String number, int receipt, Optional<Instant> confirmed) {
    public FileStatus status() {
        return confirmed.isPresent() ? FileStatus.DOWNLOADED : FileStatus.UPLOADED;
    }

    /** The same party, which has confirmed. */
    Recipient confirmed(Instant at) {
        return new Recipient(party, number, receipt, Optional.of(at));
    }

    /** Tells no number: persons never reach a log. */
    @Override
    public String toString() {
        return "Party " + party;
    }
}
