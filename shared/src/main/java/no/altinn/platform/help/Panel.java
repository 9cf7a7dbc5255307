package no.altinn.platform.help;

/** A part of a help page, in which readers say what goes along with their calls. */
public enum Panel {
    /** The header {@code ApiKey}. */
    API_KEY("api-key"),
    /** Logging in with a password or at ID-porten, for an API that knows the cookie of that. */
    LOGIN("login"),
    /** A bearer token. */
    BEARER("bearer"),
    /** The header {@code PlatformAccessToken}. */
    PLATFORM_ACCESS_TOKEN("platform-access-token"),
    /** The header {@code Accept}, of the media types that the API's description has. */
    ACCEPT("accept");

    private final String file;

    Panel(String file) {
        this.file = file;
    }

    /** The resource with the panel's HTML. */
    String resource() {
        return "panels/" + file + ".html";
    }
}
