package no.altinn.events.event;

/** Texts of events to begin a test with. */
final class EventJson {
    static final String REQUIRED =
            "\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"https://s.example/a\","
                    + "\"type\":\"t\",\"resource\":\"urn:altinn:resource:r\"";

    private EventJson() {}

    /** An event with the required attributes and these members, which may be none. */
    static String with(String members) {
        return "{" + REQUIRED + (members.isEmpty() ? "" : "," + members) + "}";
    }

    /** An event whose attribute has this raw value, or is left out when the value is empty. */
    static String where(String attribute, String raw) {
        String old = REQUIRED.replaceFirst(",?\"" + attribute + "\":\"[^\"]*\"", "");
        String others = old.startsWith(",") ? old.substring(1) : old;
        return raw.isEmpty()
                ? "{" + others + "}"
                : "{" + others + ",\"" + attribute + "\":" + raw + "}";
    }

    /** An array within an array, so many levels deep. */
    static String nested(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }
}
