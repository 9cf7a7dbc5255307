package no.altinn.rest.door;

/** What caches are told where an endpoint says nothing (rest-api.md §2 "Caching"). */
final class CacheControl {
    private static final String OWN = "private, no-cache";

    private CacheControl() {}

    /**
     * The header's value.
     *
     * @param root the first segment of the address, in lower case
     */
    static String of(String root, int status) {
        return switch (root) {
            case "metadata" -> status == 200 || status == 304 ? "public, max-age=300" : OWN;
            case "authentication", "private", "payment" -> "no-store";
            default -> OWN;
        };
    }
}
