package no.altinn.rest.catalogue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.rest.record.Entry;

import java.util.Map;

/**
 * An item as an entry. The body is the JSON that was put; the head is the same without schemas and
 * codes, so that lists are read without them.
 */
final class CatalogueEntry {
    private static final String KIND = "kind";
    private static final String SERVICE = "service";
    private static final String CODE_LIST = "codelist";
    private static final String ROLE = "role";

    /** The partition of what is no service owner's. */
    private static final String COMMON = "altinn";

    private CatalogueEntry() {}

    static Entry of(CatalogueDraft draft) {
        CatalogueItem item = draft.item();
        boolean isWholeInHead = item instanceof RoleDefinition;
        return Entry.of(
                partition(item),
                id(item),
                Map.of(KIND, kind(item)),
                isWholeInHead ? draft.json() : light(draft.json()),
                isWholeInHead ? "" : draft.json().toString());
    }

    private static String partition(CatalogueItem item) {
        return item instanceof PublishedService published ? published.service().owner() : COMMON;
    }

    private static String kind(CatalogueItem item) {
        if (item instanceof PublishedService) {
            return SERVICE;
        }
        return item instanceof CodeListVersion ? CODE_LIST : ROLE;
    }

    /** The id of an item's entry, the same for the same service, list or role. */
    static String id(CatalogueItem item) {
        if (item instanceof PublishedService published) {
            return serviceId(published.service().key());
        }
        if (item instanceof CodeListVersion list) {
            return codeListId(list.name(), list.version());
        }
        return "%s:%d".formatted(ROLE, ((RoleDefinition) item).id());
    }

    static String serviceId(ServiceKey key) {
        return "%s:%s:%d".formatted(SERVICE, key.code(), key.edition());
    }

    static String codeListId(String name, int version) {
        return "%s:%s:%d".formatted(CODE_LIST, name, version);
    }

    private static ObjectNode light(ObjectNode json) {
        ObjectNode light = json.deepCopy();
        for (String list : new String[] {"FormsMetaData", "AttachmentRules", "Schemas"}) {
            light.path(list).forEach(part -> without(part, SchemaReader.NAME));
        }
        light.path("Languages").forEach(part -> without(part, "Codes"));
        return light;
    }

    private static void without(JsonNode part, String name) {
        if (part instanceof ObjectNode object) {
            object.remove(name);
        }
    }

    /**
     * The item without schemas and codes.
     *
     * @throws InvalidCatalogue if it cannot be read
     */
    static CatalogueItem head(Entry entry) {
        return item(entry, entry.head());
    }

    /**
     * The whole item.
     *
     * @throws InvalidCatalogue if it cannot be read
     * @throws no.altinn.platform.json.MalformedJson if the body is no JSON
     */
    static CatalogueItem whole(Entry entry) {
        return entry.body().isEmpty() ? head(entry) : item(entry, Json.parse(entry.body()));
    }

    private static CatalogueItem item(Entry entry, JsonNode json) {
        Faults faults = new Faults();
        WrittenObject written = new WrittenObject(json, JsonPointer.empty(), faults);
        CatalogueItem item =
                switch (entry.labels().getOrDefault(KIND, "")) {
                    case SERVICE -> new ServiceReader(written, new SchemaReader(true)).read();
                    case CODE_LIST -> CodeListReader.read(written, true);
                    default -> RoleDefinitionReader.read(written, true);
                };
        faults.check();
        return item;
    }
}
