package no.altinn.events.event;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The app that a source names: {@code https://host/{org}/{app}[/instances/{party}/{guid}]}.
 *
 * @param org the first segment of the path
 * @param app the second segment of the path
 * @param instance {@code {party}/{guid}}, empty when the source is no instance
 */
public record AppSource(String org, String app, String instance) {
    private static final Pattern APP = Pattern.compile("/([^/]+)/([^/]+)(/.*)?");
    private static final Pattern INSTANCE =
            Pattern.compile(
                    "/instances/([0-9]{1,10}/[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})/?");

    /** The app; empty when the source is not absolute or has fewer than two segments. */
    public static Optional<AppSource> of(URI source) {
        if (!source.isAbsolute() || source.getRawPath() == null) {
            return Optional.empty();
        }
        Matcher app = APP.matcher(source.getRawPath());
        if (!app.matches()) {
            return Optional.empty();
        }
        Matcher instance = INSTANCE.matcher(app.group(3) == null ? "" : app.group(3));
        return Optional.of(
                new AppSource(
                        app.group(1), app.group(2), instance.matches() ? instance.group(1) : ""));
    }

    /** The party that owns the instance; empty when the source is no instance. */
    public Optional<String> party() {
        return instance.isEmpty()
                ? Optional.empty()
                : Optional.of(instance.substring(0, instance.indexOf('/')));
    }
}
