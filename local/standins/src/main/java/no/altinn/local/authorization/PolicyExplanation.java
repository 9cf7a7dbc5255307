package no.altinn.local.authorization;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A decision, and why.
 *
 * @param rules those of the file, in its order
 * @param deciding the place of the rule that permits; empty if none does
 * @param obligations what goes with a permit
 * @param misses of each rule, which parts the question does not fit
 */
record PolicyExplanation(
        List<Rule> rules,
        Optional<Integer> deciding,
        List<RequiredLevel> obligations,
        List<List<String>> misses) {

    /** How many rules are told that come near to a permit. */
    private static final int MOST_NEAR = 10;

    /** The decision in the words of the file; without a permit, the rules that come nearest. */
    ObjectNode toJson() {
        ObjectNode json = Json.object().put("permit", deciding.isPresent());
        deciding.ifPresent(
                place -> {
                    json.set("rule", rule(place));
                    ArrayNode levels = json.putArray("levels");
                    obligations.forEach(one -> levels.add(one.minimumAuthenticationLevel()));
                });
        if (deciding.isEmpty()) {
            ArrayNode near = json.putArray("near");
            IntStream.range(0, rules.size())
                    .boxed()
                    .sorted(Comparator.comparing(place -> misses.get(place).size()))
                    .limit(MOST_NEAR)
                    .forEach(place -> near.add(nearRule(place)));
        }
        return json;
    }

    private ObjectNode rule(int place) {
        ObjectNode json = Json.object().put("place", "rules[%d]".formatted(place));
        json.set("text", rules.get(place).toJson());
        return json;
    }

    private ObjectNode nearRule(int place) {
        ObjectNode json = rule(place);
        ArrayNode list = json.putArray("misses");
        misses.get(place).forEach(list::add);
        return json;
    }
}
