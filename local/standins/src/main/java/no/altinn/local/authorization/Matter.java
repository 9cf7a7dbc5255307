package no.altinn.local.authorization;

import no.altinn.local.testdata.Parties;

/**
 * A question as the rules understand it: who asks to do what to which resource, about whom.
 *
 * @param caller who asks
 * @param action the action's name; empty when the request names none
 * @param resource to what
 * @param subject whom the event is about
 */
record Matter(Caller caller, String action, Resource resource, EventSubject subject) {

    static Matter of(Question question, Parties known) {
        return new Matter(
                Caller.of(question, known),
                question.value(
                                XacmlCategory.ACTION,
                                "urn:oasis:names:tc:xacml:1.0:action:action-id")
                        .orElse(""),
                Resource.of(question),
                EventSubject.of(question, known));
    }
}
