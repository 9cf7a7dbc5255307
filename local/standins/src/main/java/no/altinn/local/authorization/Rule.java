package no.altinn.local.authorization;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.List;

/**
 * One rule of the policy file; what matches it is permitted.
 *
 * @param caller {@code org:CODE}, or {@code party} for a user, an organisation or a system user
 * @param actions names of actions, such as {@code publish}
 * @param resources patterns of the resources that it is for
 * @param subject whom the event may be about
 */
record Rule(String caller, List<String> actions, List<ResourcePattern> resources, Subject subject) {

    /** Whom an event may be about. */
    enum Subject {
        /** Every caller, or none. */
        @JsonProperty("any")
        ANY,
        /** Somebody, who is the caller or a unit of it. */
        @JsonProperty("own")
        OWN
    }

    Rule {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
    }

    boolean matches(Matter matter) {
        return isFor(matter.caller())
                && actions.contains(matter.action())
                && resources.stream().anyMatch(matter.resource()::matches)
                && (subject == Subject.ANY || matter.subject().isAmong(matter.caller().parties()));
    }

    private boolean isFor(Caller asking) {
        return caller.equals("party")
                ? !asking.parties().isEmpty()
                : caller.equals("org:" + asking.org());
    }
}
