package no.altinn.local.authorization;

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
        return caller.matches(matter.caller())
                && actions.contains(matter.action())
                && resources.stream().anyMatch(matter.resource()::matches)
                && subject.matches(matter);
    }
}
