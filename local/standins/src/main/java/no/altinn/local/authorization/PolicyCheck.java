package no.altinn.local.authorization;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.local.testdata.FileFaults;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Finds all that is wrong in a policy file, and says so in the words of the file. */
final class PolicyCheck {
    private static final String RULES = "rules";
    private static final String OBLIGATIONS = "obligations";
    private static final String RESOURCES = "resources";
    private static final String LEVEL = "minimumAuthenticationLevel";

    /** What the apps ask the decision point about. */
    private static final List<String> ACTIONS = List.of("publish", "subscribe", "read");

    private final FileFaults faults;

    PolicyCheck(FileFaults faults) {
        this.faults = faults;
    }

    void file(JsonNode file) {
        JsonPointer place = JsonPointer.empty();
        if (isObject(file, place, Set.of(RULES), Set.of(OBLIGATIONS, "about"))) {
            each(file, place, RULES, this::rule);
            each(file, place, OBLIGATIONS, this::obligation);
        }
    }

    private void rule(JsonNode rule, JsonPointer place) {
        if (isObject(rule, place, Set.of("caller", "actions", RESOURCES, "subject"), Set.of())) {
            text(rule.path("caller"), place.appendProperty("caller"), CallerPattern::new);
            texts(rule, place, "actions", PolicyCheck::action);
            texts(rule, place, RESOURCES, ResourcePattern::new);
            text(rule.path("subject"), place.appendProperty("subject"), SubjectPattern::of);
        }
    }

    private void obligation(JsonNode obligation, JsonPointer place) {
        if (isObject(obligation, place, Set.of(RESOURCES, LEVEL), Set.of())) {
            texts(obligation, place, RESOURCES, ResourcePattern::new);
            JsonNode level = obligation.path(LEVEL);
            if (!level.isMissingNode()) {
                // No level is -1.
                int number = level.isInt() ? level.intValue() : -1;
                accepts(place.appendProperty(LEVEL), () -> new RequiredLevel(List.of(), number));
            }
        }
    }

    private static void action(String text) {
        if (!ACTIONS.contains(text)) {
            throw new IllegalArgumentException(
                    "unknown action \"%s\"; an action is publish, subscribe or read"
                            .formatted(text));
        }
    }

    /** Whether it has members to look at. */
    private boolean isObject(
            JsonNode node, JsonPointer place, Set<String> required, Set<String> optional) {
        if (!node.isObject()) {
            faults.add(place, "it must be an object");
            return false;
        }
        Set<String> known = new TreeSet<>(required);
        known.addAll(optional);
        node.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !known.contains(name))
                .forEach(
                        name ->
                                faults.add(
                                        place.appendProperty(name),
                                        "there is no such member, but "
                                                + String.join(", ", known)));
        List<String> missing =
                new TreeSet<>(required).stream().filter(name -> !node.has(name)).toList();
        if (!missing.isEmpty()) {
            faults.add(
                    place,
                    missing.size() == 1
                            ? "member '%s' is missing".formatted(missing.get(0))
                            : "members '%s' are missing".formatted(String.join("', '", missing)));
        }
        return true;
    }

    private void each(
            JsonNode of, JsonPointer place, String name, BiConsumer<JsonNode, JsonPointer> check) {
        JsonNode list = of.path(name);
        JsonPointer its = place.appendProperty(name);
        if (!list.isMissingNode() && !list.isArray()) {
            faults.add(its, "it must be an array");
        }
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            check.accept(list.get(i), its.appendIndex(i));
        }
    }

    private void texts(JsonNode of, JsonPointer place, String name, Consumer<String> read) {
        if (of.path(name).isArray() && of.path(name).isEmpty()) {
            faults.add(place.appendProperty(name), "it is empty, so nothing would match");
        }
        each(of, place, name, (text, its) -> text(text, its, read));
    }

    private void text(JsonNode text, JsonPointer place, Consumer<String> read) {
        if (text.isTextual()) {
            accepts(place, () -> read.accept(text.textValue()));
        } else if (!text.isMissingNode()) {
            faults.add(place, "it must be a text");
        }
    }

    private void accepts(JsonPointer place, Runnable read) {
        try {
            read.run();
        } catch (IllegalArgumentException e) {
            // A value that refuses itself says why.
            faults.add(place, e.getMessage());
        }
    }
}
