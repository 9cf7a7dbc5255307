package no.altinn.local.host;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in the {@code %NAME%} of binding values from the app's settings. Immutable. */
record BindingExpressions(Function<String, Optional<String>> settings) {
    private static final Pattern EXPRESSION = Pattern.compile("%([^%]+)%");

    /**
     * The text with every expression replaced.
     *
     * @throws IllegalArgumentException if there is no such setting; the message names it
     */
    String resolve(String text) {
        return EXPRESSION
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(setting(match.group(1))));
    }

    private String setting(String name) {
        return settings.apply(name)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "the setting %s, which a binding names, is missing"
                                                .formatted(name)));
    }
}
