package no.altinn.rest.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedMessage;
import no.altinn.platform.json.MessageFields;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.file.ArrivedFile;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.EntryDocument;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The record of a transfer. Lists need the head alone; what else the sender said is in the body,
 * which no change touches.
 */
final class TransferEntry {
    static final String SENDER = "sender";
    static final String SENT = "sent";
    static final String RECIPIENTS = "recipients";

    private TransferEntry() {}

    static String partition(ServiceKey service) {
        return service.toString();
    }

    /** What a recipient's files of a status are found by. */
    static String recipientLabel(String number, FileStatus status) {
        return number + "/" + status.title();
    }

    /** The record of a transfer that is new. */
    static Entry of(Transfer transfer, Description description) {
        return entry(transfer, body(description).toString());
    }

    /** The record of a transfer that has changed since it was read. */
    static Entry changed(Transfer transfer, Entry before) {
        return entry(transfer, before.body());
    }

    private static Entry entry(Transfer transfer, String body) {
        return Entry.of(
                        partition(transfer.service()),
                        transfer.reference(),
                        labels(transfer),
                        head(transfer),
                        body)
                .expiring(transfer.expires());
    }

    private static Map<String, String> labels(Transfer transfer) {
        return Map.of(
                SENDER,
                transfer.sender().number(),
                SENT,
                EntryDocument.time(transfer.sent()),
                RECIPIENTS,
                transfer.recipients().stream()
                        .map(each -> recipientLabel(each.number(), each.status()))
                        .collect(Collectors.joining(" ")));
    }

    private static ObjectNode head(Transfer transfer) {
        ObjectNode head =
                Json.object()
                        .put("code", transfer.service().code())
                        .put("edition", transfer.service().edition())
                        .put("sendersReference", transfer.sendersReference())
                        .put("fileName", transfer.fileName())
                        .put("file", transfer.file().name())
                        .put("length", transfer.file().length())
                        .put("md5", transfer.file().md5())
                        .put("sent", transfer.sent().toString());
        head.putObject("from")
                .put("party", transfer.sender().party())
                .put("number", transfer.sender().number())
                .put("receipt", transfer.sender().receipt());
        ArrayNode to = head.putArray("to");
        for (Recipient recipient : transfer.recipients()) {
            ObjectNode written =
                    to.addObject()
                            .put("party", recipient.party())
                            .put("number", recipient.number())
                            .put("receipt", recipient.receipt());
            recipient.confirmed().ifPresent(at -> written.put("confirmed", at.toString()));
        }
        return head;
    }

    private static ObjectNode body(Description description) {
        ObjectNode body = Json.object();
        ObjectNode properties = body.putObject("properties");
        description.properties().forEach(properties::put);
        ArrayNode files = body.putArray("files");
        description
                .files()
                .forEach(
                        file ->
                                files.addObject()
                                        .put("name", file.name())
                                        .put("checksum", file.checksum()));
        return body;
    }

    /**
     * The transfer of a record, with or without its body.
     *
     * @throws MalformedMessage if it holds none
     */
    static Transfer read(Entry entry) {
        MessageFields head = new MessageFields(entry.head());
        MessageFields from = head.in("from");
        try {
            return new Transfer(
                    entry.id(),
                    new ServiceKey(head.text("code"), head.number("edition")),
                    head.text("sendersReference"),
                    head.text("fileName"),
                    new ArrivedFile(head.text("file"), head.number("length"), head.text("md5")),
                    new Sender(from.number("party"), from.text("number"), from.number("receipt")),
                    Instant.parse(head.text("sent")),
                    recipients(entry.head().path("to")));
        } catch (DateTimeException e) {
            throw new MalformedMessage("A time of a transfer cannot be read.", e);
        }
    }

    private static List<Recipient> recipients(JsonNode to) {
        List<Recipient> recipients = new ArrayList<>();
        for (JsonNode each : to) {
            MessageFields recipient = new MessageFields(each);
            recipients.add(
                    new Recipient(
                            recipient.number("party"),
                            recipient.text("number"),
                            recipient.number("receipt"),
                            each.has("confirmed")
                                    ? Optional.of(Instant.parse(recipient.text("confirmed")))
                                    : Optional.empty()));
        }
        return recipients;
    }
}
