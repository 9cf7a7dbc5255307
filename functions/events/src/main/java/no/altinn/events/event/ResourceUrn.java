package no.altinn.events.event;

import java.net.URI;
import java.util.regex.Pattern;

/** The rules of an event's {@code resource}. */
public final class ResourceUrn {
    /** What every resource of the platform begins with. */
    public static final String PREFIX = "urn:altinn:resource:";

    /** What the resource of an app begins with; org and app follow, joined by an underscore. */
    public static final String APP_PREFIX = PREFIX + "app_";

    private static final String OLD_APP_PREFIX = PREFIX + "altinnapp.";
    private static final Pattern URN =
            Pattern.compile("urn:[a-z0-9-]{1,30}(:[a-z0-9()+,.\\-;$_!/]{1,100}){1,10}");

    private ResourceUrn() {}

    /** Whether the text is a URN that may name a resource. */
    public static boolean isValid(String resource) {
        return URN.matcher(resource).matches();
    }

    /** The resource of an app. */
    public static String ofApp(String org, String app) {
        return APP_PREFIX + org + "_" + app;
    }

    /** Whether it is the resource of an app. */
    public static boolean isApp(String resource) {
        return resource.regionMatches(true, 0, APP_PREFIX, 0, APP_PREFIX.length());
    }

    /**
     * The resource as it is stored: an older app name is replaced by the one of the source's app.
     */
    static String canonical(String resource, URI source) {
        String canonical =
                resource.startsWith(OLD_APP_PREFIX) && AttributeText.isAllowed(resource)
                        ? AppSource.of(source)
                                .map(app -> ofApp(app.org(), app.app()))
                                .orElseThrow(ResourceUrn::notValid)
                        : resource;
        if (!isValid(canonical)) {
            throw notValid();
        }
        return canonical;
    }

    private static InvalidResource notValid() {
        return new InvalidResource("'Resource' must be a valid urn.");
    }
}
