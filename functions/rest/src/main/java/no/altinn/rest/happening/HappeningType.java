package no.altinn.rest.happening;

import java.util.Optional;
import java.util.stream.Stream;

/** What may happen, by the names that subscribers know (rest-api.md §6). */
public enum HappeningType {
    MESSAGE_CREATED("messagebox", "created"),
    MESSAGE_READ("messagebox", "read"),
    MESSAGE_CONFIRMED("messagebox", "confirmed"),
    MESSAGE_ARCHIVED("messagebox", "archived"),
    MESSAGE_DELETED("messagebox", "deleted"),
    ROLE_DELEGATED("authorization", "role.delegated"),
    ROLE_DELETED("authorization", "role.deleted"),
    RIGHT_DELEGATED("authorization", "right.delegated"),
    RIGHT_DELETED("authorization", "right.deleted"),
    FILE_UPLOADED("broker", "uploaded"),
    FILE_CONFIRMED("broker", "confirmed");

    private final String part;
    private final String text;

    HappeningType(String part, String what) {
        this.part = part;
        this.text = "altinn.%s.%s".formatted(part, what);
    }

    /** The event's type, for example {@code altinn.messagebox.created}. */
    public String text() {
        return text;
    }

    /** The resource that it is subscribed to by. */
    public String resource() {
        return "urn:altinn:resource:altinn-" + part;
    }

    /** The type that has this text. */
    public static Optional<HappeningType> of(String text) {
        return Stream.of(values()).filter(type -> type.text.equals(text)).findFirst();
    }
}
