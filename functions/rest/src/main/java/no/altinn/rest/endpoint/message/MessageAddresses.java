package no.altinn.rest.endpoint.message;

import no.altinn.rest.door.Visit;
import no.altinn.rest.message.MessageId;

/**
 * Where a box and what is in it are found.
 *
 * @param list the absolute address of the list of messages
 */
record MessageAddresses(String list) {
    /**
     * The addresses of the box that is visited, in the words of the request.
     *
     * @param noun {@code messages} or {@code messagebox}
     */
    static MessageAddresses of(Visit visit, String noun) {
        return new MessageAddresses(visit.whoAddress(noun));
    }

    String message(MessageId id) {
        return list + "/" + id;
    }

    String form(MessageId id, int form) {
        return message(id) + "/forms/" + form;
    }

    String attachment(MessageId id, int attachment) {
        return message(id) + "/attachments/" + attachment;
    }
}
