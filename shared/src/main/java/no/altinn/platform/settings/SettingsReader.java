package no.altinn.platform.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads an app's settings from flat names and gathers everything that is wrong with them, so that
 * all faults are reported at once. Not thread-safe.
 */
public final class SettingsReader {
    /** What Azure leaves as a setting's value while it cannot read the secret that it refers to. */
    private static final String REFERENCE = "@Microsoft.KeyVault(";

    private final Map<String, String> settings;
    private final List<String> errors;
    private final Set<String> unneeded;

    /**
     * A reader.
     *
     * @param settings every setting by its flat name
     */
    public SettingsReader(Map<String, String> settings) {
        this(settings, new ArrayList<>(), Set.of());
    }

    private SettingsReader(
            Map<String, String> settings, List<String> errors, Set<String> unneeded) {
        this.settings = settings;
        this.errors = errors;
        this.unneeded = unneeded;
    }

    /**
     * A reader of the same settings for an app that does not use all of them: those may be missing
     * or wrong.
     *
     * @param names settings whose faults this reader does not report
     */
    public SettingsReader without(Set<String> names) {
        return new SettingsReader(settings, errors, Set.copyOf(names));
    }

    /**
     * Reads settings that nothing else is read with.
     *
     * @param settings every setting by its flat name
     * @param form reads them from a reader
     * @throws InvalidSettings naming everything that is wrong
     */
    public static <T> T read(Map<String, String> settings, Function<SettingsReader, T> form) {
        SettingsReader reader = new SettingsReader(settings);
        T read = form.apply(reader);
        reader.check();
        return read;
    }

    /**
     * Reads what one setting holds in itself, such as the parts of a connection string; what is
     * wrong with it is reported by this reader's own check.
     *
     * @param parts by names that say where they come from, as reports of wrong ones quote them
     */
    public SettingsReader within(Map<String, String> parts) {
        return new SettingsReader(parts, errors, unneeded);
    }

    /** A text that must be there; empty when it is not, which {@link #check} tells. */
    public String text(String name) {
        if (value(name).isEmpty()) {
            wrong(name + " is missing");
        }
        return text(name, "");
    }

    /** A text that may be left out; an empty one is. */
    public String text(String name, String absent) {
        String value = value(name);
        if (value.regionMatches(true, 0, REFERENCE, 0, REFERENCE.length())) {
            // It must never pass for the secret itself.
            wrong(
                    name
                            + " refers to a secret in Key Vault that could not be read (see that it"
                            + " is there and that the app's identity may read it, then have the"
                            + " app's references refreshed)");
            return absent;
        }
        return value.isEmpty() ? absent : value;
    }

    private String value(String name) {
        return settings.getOrDefault(name, "").strip();
    }

    /** An absolute http or https URI that must be there; a slash is put at its end. */
    public URI baseUri(String name) {
        String value = text(name);
        return httpUri(name, value.isEmpty() || value.endsWith("/") ? value : value + "/");
    }

    /** An absolute http or https URI that must be there, as it is. */
    public URI uri(String name) {
        return httpUri(name, text(name));
    }

    private URI httpUri(String name, String value) {
        try {
            URI uri = new URI(value);
            boolean isHttp = uri.isAbsolute() && uri.getScheme().matches("(?i)https?");
            boolean isPlain = uri.getRawQuery() == null && uri.getRawFragment() == null;
            if (isHttp && uri.getHost() != null && isPlain) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Reported below, in the words for every value that is no such URI.
        }
        // A missing value has been reported already.
        if (!value.isEmpty()) {
            wrong(name + " must be an absolute http or https URI without a query or fragment");
        }
        return URI.create("http://invalid/");
    }

    /** An absolute http or https URI, as it is; empty when it is left out. */
    public Optional<URI> optionalUri(String name) {
        String value = text(name, "");
        return value.isEmpty() ? Optional.empty() : Optional.of(httpUri(name, value));
    }

    /** An absolute https URI that must be there; it is taken as it is. */
    public URI secureUri(String name) {
        String value = text(name);
        try {
            URI uri = new URI(value);
            if ("https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Reported below, in the words for every value that is no such URI.
        }
        if (!value.isEmpty()) {
            wrong(name + " must be an absolute https URI");
        }
        return URI.create("https://invalid");
    }

    /** True or false; false when it is left out. */
    public boolean flag(String name) {
        String value = text(name, "false");
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            wrong(name + " must be true or false");
        }
        return Boolean.parseBoolean(value);
    }

    /**
     * A whole number of 1 and up that may be left out.
     *
     * @param absent what it is when it is left out
     * @param most the largest that is accepted
     */
    public int wholeNumber(String name, int absent, int most) {
        String value = text(name, Integer.toString(absent));
        // Ten digits always fit a long.
        if (value.matches("[0-9]{1,10}")) {
            long number = Long.parseLong(value);
            if (number >= 1 && number <= most) {
                return (int) number;
            }
        }
        wrong("%s must be a whole number from 1 to %d".formatted(name, most));
        return absent;
    }

    /**
     * A duration that may be left out, as ISO 8601 writes it, such as {@code PT30S}.
     *
     * @param absent what it is when it is left out
     * @param shortest the shortest that is accepted
     * @param longest the longest that is accepted
     */
    public Duration duration(String name, Duration absent, Duration shortest, Duration longest) {
        String value = text(name, absent.toString());
        Optional<Duration> duration = duration(value, shortest, longest);
        if (duration.isEmpty()) {
            wrong(
                    "%s must be a duration of ISO 8601, from %s to %s, such as PT30S"
                            .formatted(name, shortest, longest));
        }
        return duration.orElse(absent);
    }

    /**
     * Durations that may be left out, as ISO 8601 writes them and separated by commas, such as
     * {@code PT1S,PT2S,PT1M}.
     *
     * @param absent what they are when they are left out
     * @param most how many are accepted; one is the least
     * @param shortest the shortest that is accepted
     * @param longest the longest that is accepted
     */
    public List<Duration> durations(
            String name, List<Duration> absent, int most, Duration shortest, Duration longest) {
        String value = text(name, "");
        if (value.isEmpty()) {
            return absent;
        }
        // One more than is accepted, and no longer list, is enough to be refused.
        String[] texts = value.split(",", most + 1);
        List<Duration> durations =
                Arrays.stream(texts)
                        .flatMap(text -> duration(text.strip(), shortest, longest).stream())
                        .toList();
        if (durations.size() < texts.length || durations.size() > most) {
            wrong(
                    ("%s must be 1 to %d durations of ISO 8601, from %s to %s, with commas between"
                                    + " them, such as PT1S,PT2S,PT5S")
                            .formatted(name, most, shortest, longest));
            return absent;
        }
        return durations;
    }

    private static Optional<Duration> duration(String text, Duration shortest, Duration longest) {
        try {
            return Optional.of(Duration.parse(text))
                    .filter(one -> one.compareTo(shortest) >= 0 && one.compareTo(longest) <= 0);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** One or more texts, separated by commas. */
    public List<String> list(String name) {
        return list(name, text(name));
    }

    /** Texts separated by commas; none when it is left out. */
    public List<String> optionalList(String name) {
        return list(name, text(name, ""));
    }

    private List<String> list(String name, String value) {
        List<String> texts =
                Arrays.stream(value.split(",", -1))
                        .map(String::strip)
                        .filter(Predicate.not(String::isEmpty))
                        .toList();
        if (texts.isEmpty() && !value.isEmpty()) {
            wrong(name + " must name at least one");
        }
        return texts;
    }

    /**
     * Adds what only the caller can know to be wrong. Two who read the same setting tell it once.
     *
     * @param error begins with the setting's name, and quotes no value: it may be a secret
     */
    public void wrong(String error) {
        if (!errors.contains(error)
                && unneeded.stream().noneMatch(name -> error.startsWith(name + " "))) {
            errors.add(error);
        }
    }

    /**
     * Ends the reading.
     *
     * @throws InvalidSettings if anything was wrong
     */
    public void check() {
        if (!errors.isEmpty()) {
            throw new InvalidSettings(errors);
        }
    }
}
