package no.altinn.rest.catalogue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An item that was found right, and the JSON that it was read from. Made by {@link
 * CatalogueReader}.
 */
public final class CatalogueDraft {
    private final CatalogueItem item;
    private final ObjectNode json;
    private final JsonPointer place;

    CatalogueDraft(CatalogueItem item, ObjectNode json, JsonPointer place) {
        this.item = item;
        this.json = json;
        this.place = place;
    }

    public CatalogueItem item() {
        return item;
    }

    ObjectNode json() {
        return json;
    }

    /** Where it stands in what was read. */
    JsonPointer place() {
        return place;
    }
}
