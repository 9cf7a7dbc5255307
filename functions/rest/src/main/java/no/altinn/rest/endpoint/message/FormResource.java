package no.altinn.rest.endpoint.message;

import no.altinn.rest.message.Form;
import no.altinn.rest.message.Message;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.Resource;
import no.altinn.rest.representation.Value;

/** Forms of messages as clients see them. */
final class FormResource {
    private FormResource() {}

    static Resource of(Message message, Form form, MessageAddresses addresses) {
        String self = addresses.form(message.id(), form.id());
        return Resource.of(
                "Form",
                Members.builder()
                        .number("FormId", form.id())
                        .text("Type", form.isMain() ? "MainForm" : "SubForm")
                        .text("DataFormatId", form.dataFormatId())
                        .number("DataFormatVersion", form.dataFormatVersion())
                        .build(),
                Link.of("self", self),
                Link.of("formdata", self + "/formdata")
                        .with("mime-type", new Value.Text("application/xml")));
    }

    static Link link(Message message, Form form, MessageAddresses addresses) {
        return Link.of("form", addresses.form(message.id(), form.id()))
                .with("name", new Value.Text(form.name()));
    }
}
