package no.altinn.rest.broker;

import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.message.FileName;
import no.altinn.rest.message.PlainText;
import no.altinn.rest.message.Refusal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * What a sender says of a file.
 *
 * @param sendersReference up to {@link #LONGEST_TEXT} characters; empty for none
 * @param recipients their organisation or national numbers, 1 to {@link #MOST_RECIPIENTS} of them,
 *     each once
 * @param properties what sender and recipients agree on, up to {@link #MOST_PROPERTIES}
 * @param files what is in the file, as the sender says, up to {@link #MOST_FILES}
 */
public record Description(
        ServiceKey service,
        String sendersReference,
        List<String> recipients,
        Map<String, String> properties,
        List<ListedFile> files) {
    /** The most recipients of a file. */
    public static final int MOST_RECIPIENTS = 50;

    /** The most properties of a file. */
    public static final int MOST_PROPERTIES = 50;

    /** The most files that one file is said to hold. */
    public static final int MOST_FILES = 100;

    /** The most characters of a reference, of a property's name or value, of a checksum. */
    public static final int LONGEST_TEXT = 255;

    /**
     * A file within the file.
     *
     * @param checksum any text; empty for none
     */
    public record ListedFile(String name, String checksum) {}

    /**
     * A description.
     *
     * @throws Refusal.Invalid if it is beyond a bound, or a recipient has no number that a party
     *     can have
     */
    public Description {
        recipients = List.copyOf(new LinkedHashSet<>(recipients));
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        files = List.copyOf(files);
        if (recipients.isEmpty()) {
            throw new Refusal.Invalid("A file needs at least one of Recipients");
        }
        requireAtMost(MOST_RECIPIENTS, recipients.size(), "Recipients");
        requireAtMost(MOST_PROPERTIES, properties.size(), "Properties");
        requireAtMost(MOST_FILES, files.size(), "FileList");
        if (!recipients.stream().allMatch(PartyNumber::isOne)) {
            throw new Refusal.Invalid(
                    "Recipients are organisation numbers of nine digits and national numbers of"
                            + " eleven");
        }
        requireText(sendersReference, "SendersReference");
        properties.forEach(
                (name, value) -> {
                    requireText(name, "The name of one of Properties");
                    requireText(value, "The value of one of Properties");
                });
        files.forEach(
                file -> {
                    FileName.check(file.name());
                    requireText(file.checksum(), "A CheckSum");
                });
    }

    private static void requireAtMost(int most, int size, String what) {
        if (size > most) {
            throw new Refusal.Invalid("%s has at most %d".formatted(what, most));
        }
    }

    private static void requireText(String text, String what) {
        if (text.length() > LONGEST_TEXT || !PlainText.isPlain(text)) {
            throw new Refusal.Invalid(
                    "%s has at most %d characters, %s"
                            .formatted(what, LONGEST_TEXT, PlainText.RULE));
        }
    }

    /** Tells no numbers: persons never reach a log. */
    @Override
    public String toString() {
        return "Description of a file for " + service;
    }
}
