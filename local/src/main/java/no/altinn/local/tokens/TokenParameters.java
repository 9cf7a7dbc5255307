package no.altinn.local.tokens;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Json;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.http.QueryParameters;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The query parameters of one request for a token. Faults are collected, so that the client is told
 * of all together; until then a faulty parameter reads as a stand-in value. Not thread-safe.
 */
final class TokenParameters {
    private static final String MISSING = "Parameter must be supplied";
    private static final String INVALID = "Invalid value for parameter";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern ORG_NUMBER = Pattern.compile("[0-9]{9}");
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final QueryParameters query;
    private final ObjectNode faults = Json.object();

    TokenParameters(QueryParameters query) {
        this.query = query;
    }

    /** Whether nothing was missing or invalid so far. */
    boolean areValid() {
        return faults.isEmpty();
    }

    /** 400 with every fault by the parameter's name. */
    Answer faults() {
        return Answer.of(400, MediaType.JSON, faults.toString());
    }

    /** The text of a parameter that must be there. */
    String required(String name) {
        return orElse(name, query.first(name));
    }

    /** The text of a parameter that may be left out when there is a default. */
    String orElse(String name, Optional<String> byDefault) {
        Optional<String> value = query.first(name).or(() -> byDefault);
        if (value.isEmpty()) {
            faults.put(name, MISSING);
        }
        return value.orElse("");
    }

    /** The text of a parameter that may be left out. */
    Optional<String> optional(String name) {
        return query.first(name);
    }

    /** Whether the parameter was sent with just this value. */
    boolean says(String name, Object value) {
        return query.first(name).filter(value.toString()::equals).isPresent();
    }

    /** Notes that a parameter has a value that cannot be. */
    void invalid(String name) {
        faults.put(name, INVALID);
    }

    /** Nine digits; the default may be missing too. */
    String orgNumber(String name, Optional<String> byDefault) {
        return checked(name, orElse(name, byDefault), ORG_NUMBER, Function.identity(), "");
    }

    /** A whole number that is not negative. */
    int number(String name, Optional<Integer> byDefault) {
        String text = orElse(name, byDefault.map(String::valueOf));
        return checked(name, text, NUMBER, Integer::valueOf, 0);
    }

    /** A UUID that must be there. */
    UUID uuid(String name) {
        return checked(name, required(name), UUID_TEXT, UUID::fromString, new UUID(0, 0));
    }

    /** The scopes, separated by one space, however the client separated them. */
    String scopes(String name, Optional<String> byDefault) {
        return orElse(name, byDefault).strip().replaceAll("[,\\s]+", " ");
    }

    /** How long the token lives: {@code ttl} in seconds, 30 minutes by default. */
    Duration lifetime() {
        return Duration.ofSeconds(number("ttl", Optional.of(1800)));
    }

    private <T> T checked(
            String name, String text, Pattern valid, Function<String, T> read, T none) {
        if (text.isEmpty()) {
            return none;
        }
        if (!valid.matcher(text).matches()) {
            invalid(name);
            return none;
        }
        return read.apply(text);
    }
}
