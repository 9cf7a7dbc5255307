package no.altinn.local.tokens;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.http.QueryParameters;
import no.altinn.platform.json.Json;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The query parameters of one request for a token. Faults are collected, so that the client learns
 * of all together; until then a faulty parameter reads as a stand-in value. Parameters that no
 * generator asks for are ignored. Not thread-safe.
 */
final class TokenParameters {
    private static final String MISSING = "Parameter must be supplied";
    private static final String INVALID = "Parameter was supplied with an invalid value";
    private static final String NO_ORGANISATION = "000000000";
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final QueryParameters query;
    private final ObjectNode faults = Json.object();

    TokenParameters(QueryParameters query) {
        this.query = query;
    }

    /** The same request with one parameter replaced, and no faults yet. */
    TokenParameters with(String name, String value) {
        return new TokenParameters(query.with(name, value));
    }

    /** Whether nothing was missing or invalid so far. */
    boolean areValid() {
        return faults.isEmpty();
    }

    /** 400 with every fault by the parameter's name. */
    Answer faults() {
        return Answer.of(400, MediaType.JSON, faults.toString());
    }

    /** Notes that a parameter has a value that cannot be. */
    void invalid(String name) {
        faults.put(name, INVALID);
    }

    /** What was sent, whatever its form; empty for nothing. */
    Optional<String> sent(String name) {
        return query.first(name);
    }

    /** Whether the parameter was sent with any value. */
    boolean has(String name) {
        return query.first(name).isPresent();
    }

    /** A text of any form that must be there. */
    String required(String name) {
        return text(name, any -> true, Optional.empty());
    }

    /** A text that must be there, or have a default. */
    String text(String name, Predicate<String> format, Optional<String> byDefault) {
        Optional<String> value = optional(name, format).or(() -> byDefault);
        if (value.isEmpty() && !has(name)) {
            faults.put(name, MISSING);
        }
        return value.orElse("");
    }

    /** A text that may be left out. */
    Optional<String> optional(String name, Predicate<String> format) {
        Optional<String> value = query.first(name);
        if (value.isPresent() && !format.test(value.get())) {
            invalid(name);
            return Optional.empty();
        }
        return value;
    }

    /** Nine digits that must be there, or have a default. */
    String orgNumber(String name, Optional<String> byDefault) {
        String text = text(name, Format.ORG_NUMBER, byDefault);
        return text.isEmpty() ? NO_ORGANISATION : text;
    }

    /** A whole number from 0 to 999 999 999 that must be there, or have a default. */
    int number(String name, Optional<Integer> byDefault) {
        String text = text(name, Format.NUMBER, byDefault.map(String::valueOf));
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    /** A UUID that must be there. */
    UUID uuid(String name) {
        String text = text(name, Format.UUID_TEXT, Optional.empty());
        return text.isEmpty() ? new UUID(0, 0) : UUID.fromString(text);
    }

    /**
     * The scopes, separated by one space, however the client separated them. Separators alone are
     * the same as no scope.
     */
    String scopes(Optional<String> byDefault) {
        String scopes = text("scopes", Format.SCOPES, byDefault).replaceAll("[,\\s]+", " ").strip();
        if (scopes.isEmpty() && !faults.has("scopes")) {
            faults.put("scopes", MISSING);
        }
        return scopes;
    }

    /** How long the token lives: {@code ttl} in seconds, 30 minutes by default. */
    Duration lifetime() {
        return Duration.ofSeconds(number("ttl", Optional.of((int) HALF_AN_HOUR.toSeconds())));
    }

    /** The odd shapes that are wanted, in the order in which they apply. */
    List<Shape> shapes() {
        List<String> wanted = query.all("shape");
        if (!Shapes.NAMES.containsAll(wanted)) {
            faults.put("shape", INVALID + "; known are: " + String.join(", ", Shapes.NAMES));
        }
        return Shapes.ALL.stream().filter(shape -> wanted.contains(shape.name())).toList();
    }
}
