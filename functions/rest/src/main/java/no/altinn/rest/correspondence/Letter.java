package no.altinn.rest.correspondence;

import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.message.Words;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a service owner sends.
 *
 * @param reportee nine or eleven digits
 * @param summary empty for none
 * @param body HTML; empty for none
 * @param sender the name that is shown; empty for the service owner's
 * @param custom JSON for programs; empty for none
 */
public record Letter(
        String reportee,
        ServiceKey service,
        String subject,
        String summary,
        String body,
        String sender,
        boolean requiresConfirmation,
        Optional<Instant> due,
        List<Words.ReplyOption> replies,
        String custom,
        List<Enclosure> enclosures) {
    public Letter {
        replies = List.copyOf(replies);
        enclosures = List.copyOf(enclosures);
    }

    /** Tells nothing of whom it goes to: persons never reach a log. */
    @Override
    public String toString() {
        return "Letter of " + service;
    }

    /** A file that goes with a letter. Nobody changes its bytes. */
    public static final class Enclosure {
        private final String fileName;
        private final String name;
        private final byte[] bytes;

        /**
         * @param name empty for the file's name without its ending
         */
        public Enclosure(String fileName, String name, byte[] bytes) {
            this.fileName = fileName;
            this.name = name;
            this.bytes = bytes;
        }

        public String fileName() {
            return fileName;
        }

        public String name() {
            return name;
        }

        public byte[] bytes() {
            return bytes;
        }
    }
}
