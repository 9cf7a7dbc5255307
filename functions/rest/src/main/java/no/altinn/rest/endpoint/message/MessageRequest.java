package no.altinn.rest.endpoint.message;

import no.altinn.rest.door.Visit;
import no.altinn.rest.message.Actor;
import no.altinn.rest.message.MessageId;
import no.altinn.rest.message.Refusal;

/** What a request to a box names. */
final class MessageRequest {
    private static final int LONGEST_NUMBER = 9;

    private MessageRequest() {}

    static Actor actor(Visit visit) {
        return new Actor(visit.user(), visit.who());
    }

    /**
     * The message of the address.
     *
     * @throws Refusal.Absent if no message can have that id
     */
    static MessageId id(Visit visit) {
        return MessageId.parse(visit.value("id")).orElseThrow(Refusal.Absent::new);
    }

    /**
     * The number of a form or an attachment in the address.
     *
     * @throws Refusal.Absent if none can have that number
     */
    static int number(Visit visit, String part) {
        String text = visit.value(part);
        if (text.length() > LONGEST_NUMBER || !text.matches("[0-9]+")) {
            throw new Refusal.Absent();
        }
        return Integer.parseInt(text);
    }
}
