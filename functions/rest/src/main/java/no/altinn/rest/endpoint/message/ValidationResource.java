package no.altinn.rest.endpoint.message;

import no.altinn.rest.message.Validation;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.Resource;

import java.util.List;

/** What is wrong with forms, as clients see it. */
final class ValidationResource {
    private ValidationResource() {}

    static Resource of(Validation validation) {
        return Resource.of(
                "ValidationResult",
                Members.builder()
                        .flag("Success", validation.isSuccess())
                        .structures(
                                "ValidationErrors",
                                "ValidationError",
                                validation.errors().stream()
                                        .map(ValidationResource::fault)
                                        .toList())
                        .structures("ValidationWarnings", "ValidationWarning", List.of())
                        .build());
    }

    private static Members fault(Validation.Fault fault) {
        return Members.builder()
                .text("FieldName", fault.field())
                .text("ErrorMessage", fault.message())
                .text("FieldXPath", fault.xpath())
                .build();
    }
}
