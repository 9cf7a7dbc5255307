package no.altinn.local.maskinporten;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.files.AtomicFile;
import no.altinn.platform.http.JsonObject;
import no.altinn.platform.http.Problem;
import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Clients in a JSON file, which is written whole or not at all. */
final class ClientFile {
    // Some reasons are sentences, others are not.
    private static final Pattern FULL_STOP = Pattern.compile("\\.$");

    private final Path file;

    private ClientFile(Path file) {
        this.file = file;
    }

    /** The file in a data directory. */
    static ClientFile in(Path dataDirectory) {
        return new ClientFile(dataDirectory.resolve("maskinporten.json"));
    }

    /**
     * Every client of the file; none if there is no file.
     *
     * @throws IllegalStateException if the file is damaged
     */
    List<RegisteredClient> read() {
        if (Files.notExists(file)) {
            return List.of();
        }
        try {
            return clients(Files.readString(file));
        } catch (MalformedJson | Problem | DateTimeException | IllegalArgumentException e) {
            throw damaged(e.getMessage());
        } catch (IOException e) {
            throw damaged("it cannot be read as text");
        }
    }

    private IllegalStateException damaged(String reason) {
        return new IllegalStateException(
                "%s is damaged: %s. Remove it to begin without clients, or begin with nothing at all with --reset."
                        .formatted(file, FULL_STOP.matcher(reason).replaceFirst("")));
    }

    private static List<RegisteredClient> clients(String json) {
        JsonNode clients = Json.parse(json).path("clients");
        if (!clients.isArray()) {
            throw new IllegalArgumentException("it has no clients");
        }
        return clients.valueStream().map(ClientFile::client).toList();
    }

    private static RegisteredClient client(JsonNode json) {
        JsonNode keys = json.path("jwks");
        return new RegisteredClient(
                UUID.fromString(json.path("client_id").asText("")).toString(),
                ClientMetadata.read(JsonObject.read(json.toString())),
                keys.path("keys").isEmpty() ? List.of() : ClientKeys.read(keys),
                Instant.parse(json.path("created").asText("")),
                Instant.parse(json.path("last_updated").asText("")));
    }

    /**
     * Replaces the file with one that has these clients.
     *
     * @throws IllegalStateException if they could not be read again as they are; the file is what
     *     it was
     */
    void write(Collection<RegisteredClient> clients) {
        ObjectNode json = Json.object();
        ArrayNode members = json.putArray("clients");
        clients.forEach(client -> members.add(client.toJsonWithKeys()));
        byte[] content = json.toString().getBytes(StandardCharsets.UTF_8);
        requireReadable(content, clients);
        try {
            new AtomicFile(file).replace(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that cannot be read would be noticed at the next start only, and prevent it. */
    private static void requireReadable(byte[] content, Collection<RegisteredClient> clients) {
        try {
            if (clients(new String(content, StandardCharsets.UTF_8)).equals(List.copyOf(clients))) {
                return;
            }
        } catch (MalformedJson | Problem | DateTimeException | IllegalArgumentException e) {
            throw new IllegalStateException("The clients could not be read again", e);
        }
        throw new IllegalStateException("The clients would be others when read again");
    }
}
