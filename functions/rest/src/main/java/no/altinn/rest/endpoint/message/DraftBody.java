package no.altinn.rest.endpoint.message;

import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.catalogue.ServiceType;
import no.altinn.rest.form.Draft;
import no.altinn.rest.form.SignatureSpec;
import no.altinn.rest.representation.Fields;
import no.altinn.rest.representation.InvalidBody;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Reads drafts from bodies. Every method throws {@link InvalidBody} for what is none. */
final class DraftBody {
    private DraftBody() {}

    static Draft draft(Fields body) {
        body.text("Type")
                .filter(type -> !type.equalsIgnoreCase(ServiceType.FORM_TASK.title()))
                .ifPresent(
                        type -> {
                            throw new InvalidBody(
                                    "The Type of a message that is sent is FormTask.");
                        });
        return new Draft(service(body), forms(body), files(body));
    }

    /** The service that {@code ServiceCode} and {@code ServiceEdition} name. */
    static ServiceKey service(Fields body) {
        return new ServiceKey(body.required("ServiceCode"), number(body, "ServiceEdition"));
    }

    private static int number(Fields body, String name) {
        return body.number(name)
                .orElseThrow(() -> new InvalidBody("The member '" + name + "' is missing."));
    }

    private static Optional<List<Draft.SentForm>> forms(Fields body) {
        return body.has("forms")
                ? Optional.of(body.list("forms").stream().map(DraftBody::form).toList())
                : Optional.empty();
    }

    static Draft.SentForm form(Fields form) {
        String type = form.required("Type");
        if (!type.equalsIgnoreCase("MainForm") && !type.equalsIgnoreCase("SubForm")) {
            throw new InvalidBody("The Type of a form is MainForm or SubForm.");
        }
        // The form as an answer shows it, without its data: to take it would empty the form.
        if (form.has("FormId") && !form.has("FormData")) {
            throw new InvalidBody(
                    "A form with a FormId needs its FormData, for the list replaces all forms."
                            + " Leave the list out to keep them.");
        }
        return new Draft.SentForm(
                type.equalsIgnoreCase("MainForm"),
                form.required("DataFormatId"),
                number(form, "DataFormatVersion"),
                form.text("FormData").orElse(""));
    }

    private static Optional<List<Draft.SentFile>> files(Fields body) {
        return body.has("attachments")
                ? Optional.of(body.list("attachments").stream().map(DraftBody::file).toList())
                : Optional.empty();
    }

    static Draft.SentFile file(Fields file) {
        return new Draft.SentFile(
                file.required("FileName"), file.text("AttachmentType").orElse(""), data(file));
    }

    /** The bytes of {@code Data}. */
    static byte[] data(Fields file) {
        try {
            return Base64.getDecoder().decode(file.required("Data").replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new InvalidBody("The Data of an attachment are no Base64.");
        }
    }

    static SignatureSpec signatureSpec(Fields body) {
        return body.structure("SignatureSpec")
                .map(
                        spec ->
                                new SignatureSpec(
                                        numbers(spec, "FormIds"), numbers(spec, "AttachmentIds")))
                .orElse(SignatureSpec.all());
    }

    private static Optional<List<Integer>> numbers(Fields spec, String name) {
        if (!spec.has(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(spec.texts(name).stream().map(Integer::valueOf).toList());
        } catch (NumberFormatException e) {
            throw new InvalidBody("The " + name + " are whole numbers.");
        }
    }
}
