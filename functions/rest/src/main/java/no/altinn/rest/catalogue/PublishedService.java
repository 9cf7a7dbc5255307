package no.altinn.rest.catalogue;

import java.util.Map;

/**
 * A service with the schemas that are not its forms'.
 *
 * @param attachmentSchemas XSDs by the id of the attachment rule that has one
 * @param schemas other XSDs by name: what a Lookup asks and answers
 */
public record PublishedService(
        Service service, Map<String, String> attachmentSchemas, Map<String, String> schemas)
        implements CatalogueItem {
    public PublishedService {
        attachmentSchemas = Map.copyOf(attachmentSchemas);
        schemas = Map.copyOf(schemas);
    }

    /** How many characters its schemas have. */
    int size() {
        return service.forms().stream().mapToInt(form -> form.schema().length()).sum()
                + attachmentSchemas.values().stream().mapToInt(String::length).sum()
                + schemas.values().stream().mapToInt(String::length).sum();
    }
}
