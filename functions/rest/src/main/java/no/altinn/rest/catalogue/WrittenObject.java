package no.altinn.rest.catalogue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;
import no.altinn.rest.language.Text;
import no.altinn.rest.representation.OsloTime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A JSON object that somebody wrote. What is wrong is noted among the faults, and a stopgap
 * returned so that reading goes on. For one thread.
 */
final class WrittenObject {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n]]");
    private static final List<String> LANGUAGES = List.of("en", "nb", "nn");

    private final JsonNode json;
    private final JsonPointer place;
    private final Faults faults;
    private final Set<String> known = new HashSet<>();

    WrittenObject(JsonNode json, JsonPointer place, Faults faults) {
        this.json = json;
        this.place = place;
        this.faults = faults;
        if (!json.isObject()) {
            faults.add(place, "must be an object");
        }
    }

    JsonPointer place() {
        return place;
    }

    JsonNode json() {
        return json;
    }

    void fault(String name, String reason) {
        faults.add(place.appendProperty(name), reason);
    }

    private Optional<JsonNode> find(String name) {
        known.add(name);
        JsonNode value = json.path(name);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    boolean has(String name) {
        return find(name).isPresent();
    }

    private <T> Optional<T> read(
            String name, String expected, Predicate<JsonNode> fits, Function<JsonNode, T> value) {
        Optional<JsonNode> found = find(name);
        if (found.isPresent() && !fits.test(found.get())) {
            fault(name, "must be " + expected);
            return Optional.empty();
        }
        return found.map(value);
    }

    /** Notes that a member is not there, unless it is there and its own fault is noted already. */
    private <T> T required(String name, Optional<T> value, String expected, T stopgap) {
        if (value.isEmpty() && !has(name)) {
            fault(name, "is missing; it must be " + expected);
        }
        return value.orElse(stopgap);
    }

    /** A text of 1 to so many characters that must be there. */
    String text(String name, int most) {
        return required(name, optionalText(name, most), textOf(most), "");
    }

    /** A text of 1 to so many characters. */
    Optional<String> optionalText(String name, int most) {
        return read(name, textOf(most), node -> isText(node, most), JsonNode::textValue);
    }

    private static String textOf(int most) {
        return "a text of 1 to %d characters".formatted(most);
    }

    private static boolean isText(JsonNode node, int most) {
        return node.isTextual()
                && !node.textValue().isBlank()
                && node.textValue().length() <= most
                && !CONTROL.matcher(node.textValue()).find();
    }

    /** A text of a form that must be there. */
    String matching(String name, Pattern form, String expected) {
        return required(
                name,
                read(
                        name,
                        expected,
                        node -> node.isTextual() && form.matcher(node.textValue()).matches(),
                        JsonNode::textValue),
                expected,
                "");
    }

    /** A whole number within bounds that must be there. */
    int number(String name, int least, int most) {
        OptionalInt number = optionalNumber(name, least, most);
        return required(
                name,
                number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty(),
                numberOf(least, most),
                least);
    }

    /** A whole number within bounds. */
    OptionalInt optionalNumber(String name, int least, int most) {
        return read(
                        name,
                        numberOf(least, most),
                        node ->
                                node.isIntegralNumber()
                                        && node.canConvertToInt()
                                        && node.intValue() >= least
                                        && node.intValue() <= most,
                        JsonNode::intValue)
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    private static String numberOf(int least, int most) {
        return "a whole number from %d to %d".formatted(least, most);
    }

    /** True or false; false when it is left out. */
    boolean flag(String name) {
        return read(name, "true or false", JsonNode::isBoolean, JsonNode::booleanValue)
                .orElse(false);
    }

    /** A time of Oslo that must be there. */
    Instant time(String name) {
        String expected = "a time such as 2026-01-02T10:00:00";
        return required(
                name,
                read(
                        name,
                        expected,
                        node -> node.isTextual() && OsloTime.parse(node.textValue()).isPresent(),
                        node -> OsloTime.parse(node.textValue()).orElseThrow()),
                expected,
                Instant.EPOCH);
    }

    /** One of a closed choice that must be there. */
    <T> T oneOf(String name, List<T> choice, Function<T, String> title) {
        String expected = "one of " + String.join(", ", choice.stream().map(title).toList());
        Predicate<JsonNode> fits =
                node -> choice.stream().anyMatch(one -> title.apply(one).equals(node.textValue()));
        return required(
                name,
                read(name, expected, fits, JsonNode::textValue)
                        .flatMap(
                                text ->
                                        choice.stream()
                                                .filter(one -> title.apply(one).equals(text))
                                                .findFirst()),
                expected,
                choice.get(0));
    }

    /** A text in three languages: an object of them, or one text for all. */
    Text translated(String name, int most) {
        String expected = "a text, or an object with en, nb and nn";
        Optional<JsonNode> found =
                read(name, expected, node -> node.isTextual() || node.isObject(), node -> node);
        if (found.isEmpty() || found.get().isTextual()) {
            return Text.same(text(name, most));
        }
        WrittenObject texts = new WrittenObject(found.get(), place.appendProperty(name), faults);
        List<String> each = LANGUAGES.stream().map(tag -> texts.text(tag, most)).toList();
        texts.finish();
        return new Text(each.get(0), each.get(1), each.get(2));
    }

    /** A list of objects, none when it is left out. */
    <T> List<T> list(String name, int most, Function<WrittenObject, T> item) {
        Optional<JsonNode> found =
                read(
                        name,
                        "a list of at most %d objects".formatted(most),
                        node -> node.isArray() && node.size() <= most,
                        node -> node);
        List<T> items = new ArrayList<>();
        if (found.isPresent()) {
            JsonPointer at = place.appendProperty(name);
            for (int i = 0; i < found.get().size(); i++) {
                items.add(
                        item.apply(
                                new WrittenObject(found.get().get(i), at.appendIndex(i), faults)));
            }
        }
        return items;
    }

    /** The member itself, if it is of a kind. */
    Optional<JsonNode> node(String name, String expected, Predicate<JsonNode> fits) {
        return read(name, expected, fits, node -> node);
    }

    /** An object whose members' names are values, empty when it is left out. */
    WrittenObject object(String name) {
        JsonNode found = find(name).orElseGet(Json::object);
        return new WrittenObject(found, place.appendProperty(name), faults);
    }

    /** Notes every member that was not asked for. */
    void finish() {
        json.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!known.contains(name)) {
                                fault(
                                        name,
                                        "there is no such member, but "
                                                + String.join(
                                                        ", ", known.stream().sorted().toList()));
                            }
                        });
    }
}
