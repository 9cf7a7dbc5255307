package no.altinn.events.event;

import com.fasterxml.jackson.core.JsonToken;

import no.altinn.events.event.JsonMembers.Value;
import no.altinn.platform.http.MediaType;

import java.util.List;
import java.util.Map;

/**
 * What the members of an event must be: CloudEvents 1.0.2 §Context Attributes and JSON format §2
 * and §3, within the bounds of this service.
 */
final class AttributeRules {
    private static final int LONGEST = 4_096;
    private static final int LONGEST_URI = 2_048;
    private static final int LONGEST_NAME = 1_024;

    private static final List<String> REQUIRED = List.of("specversion", "id", "source", "type");

    private static final AttributeRule EXTENSION = AttributeRule.text(LONGEST);

    /** The attributes that are strings for certain; {@link ResourceUrn} has the resource's rule. */
    private static final Map<String, AttributeRule> STRINGS =
            Map.ofEntries(
                    Map.entry(
                            "specversion", new AttributeRule(LONGEST, "1.0"::equals, "be \"1.0\"")),
                    Map.entry("id", AttributeRule.text(LONGEST_NAME)),
                    Map.entry(
                            "source",
                            new AttributeRule(
                                    LONGEST_URI,
                                    AttributeTypes::isUriReference,
                                    "be a URI or a relative reference (RFC 3986)")),
                    Map.entry("type", AttributeRule.text(LONGEST_NAME)),
                    Map.entry("subject", AttributeRule.text(LONGEST_NAME)),
                    Map.entry("alternativesubject", AttributeRule.text(LONGEST_NAME)),
                    Map.entry("resourceinstance", AttributeRule.text(LONGEST)),
                    Map.entry(
                            "time",
                            new AttributeRule(
                                    LONGEST,
                                    text -> Timestamp.parse(text).isPresent(),
                                    "be a time with seconds and zone (RFC 3339), for example"
                                            + " 2026-01-02T03:04:05Z")),
                    Map.entry(
                            "datacontenttype",
                            new AttributeRule(
                                    LONGEST,
                                    MediaType::isWellFormed,
                                    "be a media type (RFC 2046), for example application/json")),
                    Map.entry(
                            "dataschema",
                            new AttributeRule(
                                    LONGEST,
                                    AttributeTypes::isAbsoluteUri,
                                    "be an absolute URI (RFC 3986)")));

    private AttributeRules() {}

    /**
     * Holds the members of an event to the rules; none of them is null but data.
     *
     * @throws InvalidEvent if a member breaks a rule, or a required one is missing
     */
    static void check(Map<String, Value> members) {
        members.forEach(AttributeRules::check);
        for (String name : REQUIRED) {
            if (!members.containsKey(name)) {
                throw AttributeRule.refused(name, "is missing.");
            }
        }
        if (members.containsKey("data") && members.containsKey("data_base64")) {
            throw new InvalidEvent("An event has either 'data' or 'data_base64', not both.");
        }
    }

    /** The rule of an attribute that is a string for certain. */
    static AttributeRule ofString(String name) {
        return STRINGS.get(name);
    }

    private static void check(String name, Value value) {
        if (STRINGS.containsKey(name)) {
            STRINGS.get(name).check(name, value);
            return;
        }
        switch (name) {
            case "data" -> {
                // Any JSON may be data.
            }
            case "data_base64" -> checkBase64(value);
            case "resource" -> requireString(name, value);
            default -> checkExtension(name, value);
        }
    }

    private static void requireString(String name, Value value) {
        if (value.token() != JsonToken.VALUE_STRING) {
            throw AttributeRule.refused(name, "must be a string.");
        }
    }

    private static void checkBase64(Value value) {
        if (value.token() != JsonToken.VALUE_STRING || !AttributeTypes.isBase64(value.text())) {
            throw new InvalidEvent(
                    "'data_base64' must be a string of Base64 with its padding (RFC 4648 §4).");
        }
    }

    private static void checkExtension(String name, Value value) {
        if (!AttributeTypes.isName(name)) {
            throw new InvalidEvent(
                    "An attribute's name must not be empty, and has lower-case letters and digits"
                            + " alone: '%s'.".formatted(AttributeText.shown(name)));
        }
        if (value.token() == JsonToken.VALUE_STRING) {
            EXTENSION.checkText(name, value.text());
        } else if (!value.token().isBoolean() && !AttributeTypes.isInteger(value)) {
            throw AttributeRule.refused(
                    name, "must be a string, a boolean or a whole number of 32 bits.");
        }
    }
}
