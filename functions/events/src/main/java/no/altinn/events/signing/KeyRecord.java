package no.altinn.events.signing;

/**
 * A text under a name.
 *
 * @param name 1 to 100 of {@code a-zA-Z0-9-_}
 * @param revision how often it was written; 0 for one that never was
 * @param text at most 64 KiB; it holds nothing that must not be read
 */
public record KeyRecord(String name, int revision, String text) {
    /** One that was never written. */
    static KeyRecord absent(String name) {
        return new KeyRecord(name, 0, "");
    }

    /** The next writing of it. */
    KeyRecord with(String next) {
        return new KeyRecord(name, revision + 1, next);
    }
}
