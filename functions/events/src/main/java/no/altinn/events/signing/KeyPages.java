package no.altinn.events.signing;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The public pages with Ed25519 keys: a name that cannot be guessed for each subscription that has
 * such keys. Thread-safe; every method throws {@link no.altinn.platform.client.Unavailable} when
 * the store cannot answer.
 */
public final class KeyPages {
    private static final int BYTES = 16;
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{22}");
    private static final String PREFIX = "set-";

    private final KeyRecords records;
    private final SecureRandom random;

    public KeyPages(KeyRecords records, SecureRandom random) {
        this.records = records;
        this.random = random;
    }

    /** Opens a page for a subscription, and returns its name: 128 random bits in Base64url. */
    String open(int subscription) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String page = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        KeyRecord first = KeyRecord.absent(PREFIX + page).with(Integer.toString(subscription));
        if (!records.write(first)) {
            throw new IllegalStateException("Two pages got the same 128 random bits");
        }
        return page;
    }

    /** The subscription of a page; empty if there is no such page. */
    OptionalInt subscription(String page) {
        if (!NAME.matcher(page).matches()) {
            return OptionalInt.empty();
        }
        return records.find(PREFIX + page).stream()
                .mapToInt(record -> Integer.parseInt(record.text()))
                .findFirst();
    }

    /** Closes a page, if there is one. */
    void close(String page) {
        if (!page.isEmpty()) {
            records.remove(PREFIX + page);
        }
    }
}
