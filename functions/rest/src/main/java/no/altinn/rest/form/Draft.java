package no.altinn.rest.form;

import no.altinn.rest.catalogue.ServiceKey;

import java.util.List;
import java.util.Optional;

/**
 * What a user sends to be filled in.
 *
 * @param forms empty if the user sends no list of forms
 * @param attachments empty if the user sends no list of attachments
 */
public record Draft(
        ServiceKey service, Optional<List<SentForm>> forms, Optional<List<SentFile>> attachments) {
    public Draft {
        forms = forms.map(List::copyOf);
        attachments = attachments.map(List::copyOf);
    }

    /** Whether forms and attachments stay as they are. */
    public boolean keepsAll() {
        return forms.isEmpty() && attachments.isEmpty();
    }

    /** A form as it is sent. */
    public record SentForm(
            boolean isMain, String dataFormatId, int dataFormatVersion, String xml) {}

    /** A file as it is sent. Nobody changes its bytes. */
    public static final class SentFile {
        private final String fileName;
        private final String type;
        private final byte[] bytes;

        /**
         * @param type the attachment rule's name; empty where the service has a single rule
         */
        public SentFile(String fileName, String type, byte[] bytes) {
            this.fileName = fileName;
            this.type = type;
            this.bytes = bytes;
        }

        public String fileName() {
            return fileName;
        }

        public String type() {
            return type;
        }

        public byte[] bytes() {
            return bytes;
        }
    }
}
