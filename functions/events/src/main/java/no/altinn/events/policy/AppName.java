package no.altinn.events.policy;

import no.altinn.events.event.AppSource;
import no.altinn.events.event.ResourceUrn;

import java.util.Optional;

/** Finds the app in a resource {@code urn:altinn:resource:app_{org}_{app}}. */
public final class AppName {
    private AppName() {}

    /** The app, without an instance; empty when the resource is none of an app. */
    public static Optional<AppSource> of(String resource) {
        if (!ResourceUrn.isApp(resource)) {
            return Optional.empty();
        }
        String name = resource.substring(ResourceUrn.APP_PREFIX.length());
        // An org has no underscore in its name, an app may have.
        int underscore = name.indexOf('_');
        return underscore <= 0 || underscore == name.length() - 1
                ? Optional.empty()
                : Optional.of(
                        new AppSource(
                                name.substring(0, underscore), name.substring(underscore + 1), ""));
    }
}
