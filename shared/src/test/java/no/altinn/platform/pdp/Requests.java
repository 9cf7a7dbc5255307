package no.altinn.platform.pdp;

import java.util.List;

/** Requests as tests ask them. */
final class Requests {
    private Requests() {}

    /** May a user read one event of a party? The answer repeats the event's id. */
    static DecisionRequest read(int user, int party, String eventId) {
        return new DecisionRequest(
                List.of(Attribute.of(AttributeId.USER_ID, Integer.toString(user))),
                DecisionRequest.action("read"),
                List.of(
                        Attribute.of(AttributeId.PARTY_ID, Integer.toString(party)),
                        Attribute.of(AttributeId.EVENT_ID, eventId).included().informative()));
    }
}
