package no.altinn.rest.catalogue;

import no.altinn.platform.json.Json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The roles that the app comes with (rest-resources.md "Metadata"), in {@code roledefinitions.json}
 * beside this class. What is put into the catalogue under their ids comes first.
 */
public final class BuiltInRoles {
    private static final String FILE = "roledefinitions.json";

    private BuiltInRoles() {}

    /** Reads them, by id. */
    public static List<RoleDefinition> read() {
        return CatalogueReader.file(Json.parse(text())).stream()
                .map(draft -> (RoleDefinition) draft.item())
                .toList();
    }

    private static String text() {
        try (InputStream file =
                Objects.requireNonNull(
                        BuiltInRoles.class.getResourceAsStream(FILE), FILE + " is missing")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
