package no.altinn.rest.correspondence;

import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;
import no.altinn.rest.message.FileName;
import no.altinn.rest.message.Refusal;
import no.altinn.rest.message.Words;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** How much a letter may say. */
final class LetterRules {
    static final int LONGEST_SUBJECT = 255;
    static final int LONGEST_SUMMARY = 4_000;
    static final int LONGEST_BODY = 100_000;
    static final int LONGEST_CUSTOM = 20_000;
    static final int LONGEST_SENDER = 255;
    static final int LONGEST_URL = 2_000;
    static final int MOST_REPLIES = 10;
    static final int MOST_ENCLOSURES = 50;

    private static final Set<String> REPLIES = Set.of("Service", "ArchiveReference", "URL");

    private LetterRules() {}

    /**
     * Refuses a letter that says too much, or too little.
     *
     * @throws Refusal.Invalid with the reason
     */
    static void check(Letter letter) {
        if (letter.subject().isBlank()) {
            throw new Refusal.Invalid("The Subject is missing");
        }
        requireShort("Subject", letter.subject(), LONGEST_SUBJECT);
        requireShort("Summary", letter.summary(), LONGEST_SUMMARY);
        requireShort("Body", letter.body(), LONGEST_BODY);
        requireShort("MessageSender", letter.sender(), LONGEST_SENDER);
        checkCustom(letter.custom());
        requireFew("ReplyOptions", letter.replies().size(), MOST_REPLIES);
        letter.replies().forEach(LetterRules::check);
        requireFew("Attachments", letter.enclosures().size(), MOST_ENCLOSURES);
        for (Letter.Enclosure enclosure : letter.enclosures()) {
            FileName.check(enclosure.fileName());
            requireShort("Name", enclosure.name(), FileName.LONGEST);
            if (enclosure.bytes().length == 0) {
                throw new Refusal.Invalid("The Data of an attachment are missing");
            }
        }
    }

    private static void requireShort(String member, String text, int longest) {
        if (text.length() > longest) {
            throw new Refusal.Invalid(
                    "The %s has %d characters; up to %d are taken"
                            .formatted(member, text.length(), longest));
        }
        if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw new Refusal.Invalid("The %s has half a surrogate pair".formatted(member));
        }
    }

    private static void requireFew(String member, int count, int most) {
        if (count > most) {
            throw new Refusal.Invalid(
                    "There are %d %s; up to %d are taken".formatted(count, member, most));
        }
    }

    private static void checkCustom(String custom) {
        requireShort("CustomMessageData", custom, LONGEST_CUSTOM);
        if (!custom.isEmpty()) {
            try {
                Json.parse(custom);
            } catch (MalformedJson e) {
                throw new Refusal.Invalid("The CustomMessageData are no JSON");
            }
        }
    }

    private static void check(Words.ReplyOption reply) {
        if (!REPLIES.contains(reply.type())) {
            throw new Refusal.Invalid("The Type of a reply option is one of " + REPLIES);
        }
        requireShort("URL", reply.url(), LONGEST_URL);
        requireShort("Text", reply.text(), LONGEST_SUBJECT);
        if (!isWebAddress(reply.url())) {
            throw new Refusal.Invalid("The URL of a reply option is an https or http address");
        }
    }

    private static boolean isWebAddress(String url) {
        try {
            URI uri = new URI(url);
            return uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme())
                            || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
