package no.altinn.rest.endpoint.broker;

import no.altinn.rest.broker.Description;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.door.Visit;
import no.altinn.rest.message.Refusal;
import no.altinn.rest.representation.BodyReader;
import no.altinn.rest.representation.Fields;
import no.altinn.rest.representation.InvalidBody;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what a sender says of a file: JSON in the query, with names in any case. */
final class SentDescription {
    /** The name of the parameter. */
    static final String PARAMETER = "brokerServiceDescription";

    /** The most characters of the JSON. */
    static final int LONGEST = 16_384;

    private SentDescription() {}

    /**
     * The description of a request.
     *
     * @throws Refusal.Invalid if there is none, or it is none
     */
    static Description of(Visit visit) {
        String text =
                visit.parameter(PARAMETER)
                        .orElseThrow(
                                () ->
                                        new Refusal.Invalid(
                                                "Required parameter '%s' is missing"
                                                        .formatted(PARAMETER)));
        if (text.length() > LONGEST) {
            throw new Refusal.Invalid(
                    "The parameter '%s' has at most %d characters".formatted(PARAMETER, LONGEST));
        }
        try {
            return description(read(text));
        } catch (InvalidBody e) {
            throw new Refusal.Invalid(
                    "The parameter '%s' is no description of a file: %s"
                            .formatted(PARAMETER, e.getMessage()));
        }
    }

    private static Fields read(String text) {
        try {
            return BodyReader.strict().readObject("The parameter '%s'".formatted(PARAMETER), text);
        } catch (InvalidBody e) {
            throw new Refusal.Invalid(e.getMessage());
        }
    }

    private static Description description(Fields fields) {
        return new Description(
                new ServiceKey(
                        fields.required("ServiceCode"),
                        fields.number("ServiceEditionCode")
                                .orElseThrow(
                                        () ->
                                                new InvalidBody(
                                                        "The member 'ServiceEditionCode' is"
                                                                + " missing."))),
                fields.text("SendersReference").orElse(""),
                fields.texts("Recipients").stream().map(String::strip).toList(),
                fields.structure("Properties").map(SentDescription::properties).orElse(Map.of()),
                files(fields));
    }

    private static Map<String, String> properties(Fields sent) {
        Map<String, String> properties = new LinkedHashMap<>();
        sent.names().forEach(name -> properties.put(name, sent.text(name).orElse("")));
        return properties;
    }

    private static List<Description.ListedFile> files(Fields fields) {
        return fields.list("FileList").stream()
                .map(
                        file ->
                                new Description.ListedFile(
                                        file.required("FileName"),
                                        file.text("CheckSum").orElse("")))
                .toList();
    }
}
