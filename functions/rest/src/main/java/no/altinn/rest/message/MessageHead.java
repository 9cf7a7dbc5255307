package no.altinn.rest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.catalogue.ServiceType;
import no.altinn.rest.happening.Happenings;
import no.altinn.rest.language.Text;
import no.altinn.rest.record.Entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The head of a message's record, and its labels. */
final class MessageHead {
    private MessageHead() {}

    static Map<String, String> labels(Message message) {
        return Map.of(
                "state", Shelf.of(message.state()).label(),
                "lastChanged", Stamp.of(message.changed()),
                "service", serviceLabel(message.origin().service(), message.state().isArchived()));
    }

    /**
     * What a message's service is found by. The archive has labels of its own, for reading it needs
     * another right.
     */
    static String serviceLabel(ServiceKey service, boolean isArchived) {
        return isArchived ? service + "/archive" : service.toString();
    }

    static ObjectNode write(Message message) {
        Origin origin = message.origin();
        Words words = message.words();
        ObjectNode head = Json.object();
        head.put("number", message.number());
        head.put("service", origin.service().code()).put("edition", origin.service().edition());
        head.put("type", origin.type().title()).put("owner", origin.owner());
        head.set("ownerName", text(origin.ownerName()));
        head.put("level", origin.level());
        head.put("subject", words.subject()).put("summary", words.summary());
        head.put("sender", words.sender());
        words.due().ifPresent(due -> head.put("due", Stamp.of(due)));
        ArrayNode replies = head.putArray("replies");
        for (Words.ReplyOption reply : words.replies()) {
            replies.addObject()
                    .put("type", reply.type())
                    .put("url", reply.url())
                    .put("text", reply.text());
        }
        head.put("created", Stamp.of(message.created()));
        head.put("changed", Stamp.of(message.changed())).put("changedBy", message.changedBy());
        head.set("state", state(message.state()));
        message.happened().forEach(happening -> Happenings.add(head, happening));
        return head;
    }

    private static ObjectNode text(Text text) {
        return Json.object().put("en", text.en()).put("nb", text.nb()).put("nn", text.nn());
    }

    private static ObjectNode state(State state) {
        ObjectNode written = Json.object().put("status", state.status().name());
        if (state instanceof State.Unread unread) {
            written.put("toConfirm", unread.toConfirm());
        } else if (state instanceof State.Read read) {
            written.put("toConfirm", read.toConfirm());
        } else if (state instanceof State.Paying paying) {
            paying.reference().ifPresent(reference -> written.put("payment", reference));
        } else if (state instanceof State.Archived archived) {
            archived.payment().ifPresent(reference -> written.put("payment", reference));
        } else if (state instanceof State.Binned binned) {
            written.put("wasArchived", binned.wasArchived());
            written.put("until", Stamp.of(binned.until()));
        }
        return written;
    }

    static Message read(Entry entry, Contents contents) {
        JsonNode head = entry.head();
        return new Message(
                Integer.parseInt(entry.partition()),
                head.path("number").longValue(),
                origin(head),
                words(head),
                time(head, "created"),
                time(head, "changed"),
                head.path("changedBy").textValue(),
                state(head.path("state")),
                contents,
                Happenings.of(head));
    }

    private static Origin origin(JsonNode head) {
        JsonNode name = head.path("ownerName");
        return new Origin(
                new ServiceKey(head.path("service").textValue(), head.path("edition").intValue()),
                type(head.path("type").textValue()),
                head.path("owner").textValue(),
                new Text(
                        name.path("en").textValue(),
                        name.path("nb").textValue(),
                        name.path("nn").textValue()),
                head.path("level").intValue());
    }

    private static ServiceType type(String title) {
        return Arrays.stream(ServiceType.values())
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static Words words(JsonNode head) {
        List<Words.ReplyOption> replies = new ArrayList<>();
        for (JsonNode reply : head.path("replies")) {
            replies.add(
                    new Words.ReplyOption(
                            reply.path("type").textValue(),
                            reply.path("url").textValue(),
                            reply.path("text").textValue()));
        }
        return new Words(
                head.path("subject").textValue(),
                head.path("summary").textValue(),
                head.path("sender").textValue(),
                head.has("due") ? Optional.of(time(head, "due")) : Optional.empty(),
                replies);
    }

    private static Instant time(JsonNode node, String name) {
        return Instant.parse(node.path(name).textValue());
    }

    private static State state(JsonNode node) {
        boolean toConfirm = node.path("toConfirm").booleanValue();
        return switch (Status.valueOf(node.path("status").textValue())) {
            case UNREAD -> new State.Unread(toConfirm);
            case READ -> new State.Read(toConfirm);
            case CONFIRMED -> new State.Confirmed();
            case COMPLETION -> new State.Filling();
            case SIGNING -> new State.Signing();
            case PAYMENT -> new State.Paying(payment(node));
            case SENT_AND_ARCHIVED -> new State.Archived(true, payment(node));
            case ARCHIVED -> new State.Archived(false);
            case DELETED ->
                    new State.Binned(node.path("wasArchived").booleanValue(), time(node, "until"));
        };
    }

    /** The reference of a payment. An empty one is none, so that nobody can name it. */
    private static Optional<String> payment(JsonNode state) {
        return Optional.ofNullable(state.path("payment").textValue())
                .filter(reference -> !reference.isEmpty());
    }
}
