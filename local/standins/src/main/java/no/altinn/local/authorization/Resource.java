package no.altinn.local.authorization;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a question is about: a resource of the registry, an app, or an app by both of its names.
 *
 * @param names in lower case; an app's is {@code app_org_app}
 */
record Resource(List<String> names) {

    static Resource of(Question question) {
        Optional<String> resource = question.value(XacmlCategory.RESOURCE, "urn:altinn:resource");
        Optional<String> app = question.value(XacmlCategory.RESOURCE, "urn:altinn:app");
        String org = question.value(XacmlCategory.RESOURCE, "urn:altinn:org").orElse("");
        return new Resource(
                Stream.concat(resource.stream(), app.map(id -> "app_" + org + "_" + id).stream())
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList());
    }

    /** Whether all its names match, so that no question mixes a permitted name with another. */
    boolean matches(ResourcePattern pattern) {
        return !names.isEmpty() && names.stream().allMatch(pattern::matches);
    }
}
