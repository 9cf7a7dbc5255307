package no.altinn.local.pages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.authorization.Policies;
import no.altinn.local.testdata.LiveFile;
import no.altinn.local.testdata.Parties;
import no.altinn.platform.json.Json;

import java.util.List;

/** The files that a developer edits: where they are, when they were read, and what is wrong. */
final class FileList {
    private FileList() {}

    static String json(
            LiveFile<Policies> policies, LiveFile<Parties> parties, List<String> faults) {
        ObjectNode json = Json.object();
        ArrayNode files = json.putArray("files");
        files.add(file("policies", policies));
        files.add(file("parties", parties));
        ArrayNode list = json.putArray("faults");
        faults.forEach(list::add);
        return json.toString();
    }

    private static ObjectNode file(String name, LiveFile<?> file) {
        return Json.object()
                .put("name", name)
                .put("place", file.place())
                .put("readAt", file.readAt().toString());
    }
}
