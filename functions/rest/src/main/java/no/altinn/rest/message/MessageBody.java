package no.altinn.rest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The body of a message's record: its contents as JSON. */
final class MessageBody {
    private MessageBody() {}

    static String write(Contents contents) {
        ObjectNode body = Json.object();
        body.put("html", contents.html()).put("custom", contents.custom());
        body.put("lastId", contents.lastId());
        ArrayNode forms = body.putArray("forms");
        for (Form form : contents.forms()) {
            write(form, forms.addObject());
        }
        ArrayNode attachments = body.putArray("attachments");
        for (Attachment attachment : contents.attachments()) {
            attachments
                    .addObject()
                    .put("id", attachment.id())
                    .put("fileName", attachment.fileName())
                    .put("name", attachment.name())
                    .put("type", attachment.type())
                    .put("size", attachment.size())
                    .put("file", attachment.file());
        }
        ArrayNode signatures = body.putArray("signatures");
        for (Signature signature : contents.signatures()) {
            ObjectNode written =
                    signatures
                            .addObject()
                            .put("by", signature.by())
                            .put("at", Stamp.of(signature.at()))
                            .put("level", signature.level());
            ArrayNode signedForms = written.putArray("forms");
            signature.forms().forEach(signedForms::add);
            ArrayNode signedAttachments = written.putArray("attachments");
            signature.attachments().forEach(signedAttachments::add);
        }
        return body.toString();
    }

    private static void write(Form form, ObjectNode written) {
        written.put("id", form.id()).put("isMain", form.isMain());
        written.put("format", form.dataFormatId()).put("version", form.dataFormatVersion());
        written.put("name", form.name());
        if (form.data() instanceof Form.FormData.Inline inline) {
            written.put("xml", inline.xml());
        } else if (form.data() instanceof Form.FormData.Filed filed) {
            written.put("file", filed.file());
        }
    }

    static Contents read(String text) {
        if (text.isEmpty()) {
            return Contents.none();
        }
        JsonNode body = Json.parse(text);
        List<Form> forms = new ArrayList<>();
        body.path("forms").forEach(form -> forms.add(form(form)));
        List<Attachment> attachments = new ArrayList<>();
        body.path("attachments").forEach(file -> attachments.add(attachment(file)));
        List<Signature> signatures = new ArrayList<>();
        body.path("signatures").forEach(signature -> signatures.add(signature(signature)));
        return new Contents(
                body.path("html").textValue(),
                body.path("custom").textValue(),
                body.path("lastId").intValue(),
                forms,
                attachments,
                signatures);
    }

    private static Form form(JsonNode form) {
        return new Form(
                form.path("id").intValue(),
                form.path("isMain").booleanValue(),
                form.path("format").textValue(),
                form.path("version").intValue(),
                form.path("name").textValue(),
                form.has("file")
                        ? new Form.FormData.Filed(form.path("file").textValue())
                        : new Form.FormData.Inline(form.path("xml").textValue()));
    }

    private static Attachment attachment(JsonNode file) {
        return new Attachment(
                file.path("id").intValue(),
                file.path("fileName").textValue(),
                file.path("name").textValue(),
                file.path("type").textValue(),
                file.path("size").longValue(),
                file.path("file").textValue());
    }

    private static Signature signature(JsonNode signature) {
        return new Signature(
                signature.path("by").textValue(),
                Instant.parse(signature.path("at").textValue()),
                signature.path("level").intValue(),
                numbers(signature.path("forms")),
                numbers(signature.path("attachments")));
    }

    private static List<Integer> numbers(JsonNode list) {
        List<Integer> numbers = new ArrayList<>();
        list.forEach(each -> numbers.add(each.intValue()));
        return numbers;
    }
}
