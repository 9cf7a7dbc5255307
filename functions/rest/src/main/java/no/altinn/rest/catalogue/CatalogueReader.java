package no.altinn.rest.catalogue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import no.altinn.platform.json.Json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads what is put into the catalogue (docs/rest/metadata.md has its form). A slip of the pen is a
 * fault, not a guess; the faults are told together. Every method throws {@link InvalidCatalogue} if
 * there are any.
 */
public final class CatalogueReader {
    private static final int MOST_IN_A_FILE = 1_000;
    private static final JsonPointer ROOT = JsonPointer.empty();

    private CatalogueReader() {}

    /** A service at its own address. */
    public static CatalogueDraft service(ServiceKey key, JsonNode json) {
        return one(
                json,
                Map.of(
                        "ServiceCode",
                        TextNode.valueOf(key.code()),
                        "ServiceEditionCode",
                        IntNode.valueOf(key.edition())),
                CatalogueReader::service);
    }

    /** A version of a code list at its own address. */
    public static CatalogueDraft codeList(String name, int version, JsonNode json) {
        return one(
                json,
                Map.of("Name", TextNode.valueOf(name), "Version", IntNode.valueOf(version)),
                CatalogueReader::codeList);
    }

    /** A role at its own address. */
    public static CatalogueDraft roleDefinition(int id, JsonNode json) {
        return one(
                json,
                Map.of("RoleDefinitionId", IntNode.valueOf(id)),
                CatalogueReader::roleDefinition);
    }

    private static PublishedService service(WrittenObject json) {
        return new ServiceReader(json, new SchemaReader(false)).read();
    }

    private static CodeListVersion codeList(WrittenObject json) {
        return CodeListReader.read(json, false);
    }

    private static RoleDefinition roleDefinition(WrittenObject json) {
        return RoleDefinitionReader.read(json, false);
    }

    private static CatalogueDraft one(
            JsonNode json,
            Map<String, JsonNode> address,
            Function<WrittenObject, CatalogueItem> read) {
        Faults faults = new Faults();
        ObjectNode whole = Json.object();
        if (json instanceof ObjectNode object) {
            whole.setAll(object);
        } else {
            faults.add(ROOT, "The body must be a JSON object");
        }
        faults.check();
        address.forEach(
                (name, value) -> {
                    if (whole.hasNonNull(name) && !whole.get(name).equals(value)) {
                        faults.add(
                                ROOT.appendProperty(name),
                                "must be %s, as in the address".formatted(value));
                    }
                    whole.set(name, value);
                });
        CatalogueItem item = read.apply(new WrittenObject(whole, ROOT, faults));
        faults.check();
        return new CatalogueDraft(item, whole, ROOT);
    }

    /**
     * A file of the lists {@code RoleDefinitions}, {@code Services} and {@code CodeLists}, of up to
     * 1 000 items each, in this order.
     */
    public static List<CatalogueDraft> file(JsonNode json) {
        Faults faults = new Faults();
        WrittenObject lists = new WrittenObject(json, ROOT, faults);
        List<CatalogueDraft> drafts = new ArrayList<>();
        drafts.addAll(list(lists, "RoleDefinitions", CatalogueReader::roleDefinition));
        drafts.addAll(list(lists, "Services", CatalogueReader::service));
        drafts.addAll(list(lists, "CodeLists", CatalogueReader::codeList));
        lists.finish();
        Set<String> seen = new HashSet<>();
        for (CatalogueDraft draft : drafts) {
            if (!seen.add(CatalogueEntry.id(draft.item()))) {
                faults.add(draft.place(), "must not stand twice");
            }
        }
        faults.check();
        return drafts;
    }

    private static List<CatalogueDraft> list(
            WrittenObject lists, String name, Function<WrittenObject, CatalogueItem> read) {
        return lists.list(
                name,
                MOST_IN_A_FILE,
                item -> {
                    CatalogueItem found = read.apply(item);
                    return new CatalogueDraft(
                            found,
                            item.json() instanceof ObjectNode object ? object : Json.object(),
                            item.place());
                });
    }
}
