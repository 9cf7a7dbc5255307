package no.altinn.local.authorization;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import java.util.ArrayList;
import java.util.List;

/**
 * One rule of the policy file; what matches it is permitted.
 *
 * @param caller whom it is for
 * @param actions names of actions, such as {@code publish}
 * @param resources patterns of the resources that it is for
 * @param subject whom the event may be about
 */
record Rule(
        CallerPattern caller,
        List<String> actions,
        List<ResourcePattern> resources,
        SubjectPattern subject) {

    Rule {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
    }

    boolean matches(Matter matter) {
        return isForCaller(matter)
                && isForAction(matter)
                && isForResource(matter)
                && isForSubject(matter);
    }

    /** Which parts of the rule the matter does not fit, by the names of the file. */
    List<String> misses(Matter matter) {
        List<String> misses = new ArrayList<>();
        if (!isForCaller(matter)) {
            misses.add("caller");
        }
        if (!isForAction(matter)) {
            misses.add("actions");
        }
        if (!isForResource(matter)) {
            misses.add("resources");
        }
        if (!isForSubject(matter)) {
            misses.add("subject");
        }
        return misses;
    }

    private boolean isForCaller(Matter matter) {
        return caller.matches(matter.caller());
    }

    private boolean isForAction(Matter matter) {
        return actions.contains(matter.action());
    }

    private boolean isForResource(Matter matter) {
        return resources.stream().anyMatch(matter.resource()::matches);
    }

    private boolean isForSubject(Matter matter) {
        return subject.matches(matter);
    }

    /** The rule as the file has it. */
    ObjectNode toJson() {
        ObjectNode json = Json.object().put("caller", caller.text());
        ArrayNode names = json.putArray("actions");
        actions.forEach(names::add);
        ArrayNode patterns = json.putArray("resources");
        resources.forEach(pattern -> patterns.add(pattern.pattern()));
        return json.put("subject", subject.text());
    }
}
