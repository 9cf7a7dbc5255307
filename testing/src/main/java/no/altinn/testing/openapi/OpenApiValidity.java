package no.altinn.testing.openapi;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a document is valid OpenAPI 3.1. */
public final class OpenApiValidity {
    private OpenApiValidity() {}

    /** What is wrong with a document; nothing for a valid one. */
    public static List<String> faults(String json) {
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(json);
        List<String> faults = new ArrayList<>();
        if (result.getMessages() != null) {
            faults.addAll(result.getMessages());
        }
        OpenApiDocument document = OpenApiDocument.parse(json);
        if (!document.json().path("openapi").asText().startsWith("3.1.")) {
            faults.add("It is no OpenAPI 3.1");
        }
        document.json()
                .findValuesAsText("$ref")
                .forEach(
                        reference -> {
                            if (document.json().at(reference.substring(1)).isMissingNode()) {
                                faults.add("There is no " + reference);
                            }
                        });
        Set<String> ids = new HashSet<>();
        for (String name : document.operations()) {
            String id = document.operation(name).path("operationId").asText();
            if (id.isEmpty() || !ids.add(id)) {
                faults.add(name + " has no operationId of its own");
            }
        }
        return faults;
    }
}
