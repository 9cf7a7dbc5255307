package no.altinn.local.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The shapes that tokens come in, apart from the usual one. */
final class Shapes {
    private static final List<String> TIMES = List.of("iat", "nbf", "exp");
    private static final List<String> NUMBERS =
            List.of("nameid", "urn:altinn:userid", "urn:altinn:partyid", "urn:altinn:authlevel");
    private static final List<String> NUMERALS =
            List.of("urn:altinn:orgNumber", "urn:altinn:authlevel");
    private static final List<String> SCOPES = List.of("scope", "urn:altinn:scope");
    private static final List<String> DETAILS = List.of("authorization_details");
    private static final List<String> ORGANISATIONS = List.of("consumer", "supplier");
    private static final long DAY = Duration.ofDays(1).toSeconds();

    /** Shapes that real issuers make. Every reader of tokens has to accept them. */
    static final List<Shape> GOOD =
            List.of(
                    new Shape("no-x5c", draft -> draft.header().remove("x5c")),
                    new Shape(
                            "x5c-as-array",
                            draft -> draft.header().putArray("x5c").add(draft.certificate())),
                    new Shape("no-kid", draft -> draft.header().remove("kid")),
                    changing("numbers-as-text", NUMBERS, number -> text(number.asText())),
                    changing("text-as-numbers", NUMERALS, text -> number(text.asLong())),
                    without("no-orgnumber", "urn:altinn:orgNumber"),
                    changing("consumer-as-text", ORGANISATIONS, json -> text(json.toString())),
                    changing("details-as-array", DETAILS, Shapes::array),
                    changing("details-as-text", DETAILS, json -> text(json.toString())),
                    new Shape("altinn-scope", draft -> draft.rename("scope", "urn:altinn:scope")),
                    changing("scope-as-array", SCOPES, Shapes::words),
                    without("no-jti", "jti"),
                    without("no-iat", "iat"),
                    without("no-nbf", "nbf"),
                    changing("fractional-exp", List.of("exp"), Shapes::withFraction));

    /** Shapes that every reader of tokens has to refuse. */
    static final List<Shape> BAD =
            List.of(
                    new Shape("unknown-kid", draft -> draft.header().put("kid", "0".repeat(40))),
                    without("no-iss", "iss"),
                    changing("other-iss", List.of("iss"), own -> text("https://issuer.example/")),
                    without("no-exp", "exp"),
                    changing("text-exp", List.of("exp"), exp -> text(exp.asText())),
                    changing("expired", TIMES, time -> number(time.asLong() - DAY)),
                    changing("not-yet-valid", TIMES, time -> number(time.asLong() + DAY)));

    /** Every shape, in the order in which several apply. */
    static final List<Shape> ALL = Stream.concat(GOOD.stream(), BAD.stream()).toList();

    /** What they are called. */
    static final List<String> NAMES = ALL.stream().map(Shape::name).toList();

    private Shapes() {}

    private static Shape changing(
            String name, List<String> claims, UnaryOperator<JsonNode> change) {
        return new Shape(name, draft -> draft.change(claims, change));
    }

    private static Shape without(String name, String claim) {
        return new Shape(name, draft -> draft.claims().remove(claim));
    }

    private static JsonNode text(String value) {
        return TextNode.valueOf(value);
    }

    private static JsonNode number(long value) {
        return LongNode.valueOf(value);
    }

    private static JsonNode array(JsonNode only) {
        return JsonNodeFactory.instance.arrayNode().add(only);
    }

    private static JsonNode words(JsonNode text) {
        ArrayNode words = JsonNodeFactory.instance.arrayNode();
        Stream.of(text.asText().split(" ", -1)).forEach(words::add);
        return words;
    }

    private static JsonNode withFraction(JsonNode seconds) {
        return DoubleNode.valueOf(seconds.asLong() + 0.5);
    }
}
