package no.altinn.local.maskinporten;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.http.Json;
import no.altinn.platform.http.JsonObject;
import no.altinn.platform.http.MalformedJson;
import no.altinn.platform.http.Problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Clients in a JSON file, which is written whole or not at all. */
final class ClientFile {
    private static final String PREFIX = "maskinporten";

    private final Path file;

    private ClientFile(Path file) {
        this.file = file;
    }

    /** The file in a data directory. */
    static ClientFile in(Path dataDirectory) {
        return new ClientFile(dataDirectory.resolve(PREFIX + ".json"));
    }

    /**
     * Every client of the file; none if there is no file.
     *
     * @throws IllegalStateException if the file is damaged
     */
    List<Client> read() {
        if (Files.notExists(file)) {
            return List.of();
        }
        try {
            JsonNode clients = Json.parse(Files.readString(file)).path("clients");
            if (!clients.isArray()) {
                throw damaged("it has no clients");
            }
            return clients.valueStream().map(ClientFile::client).toList();
        } catch (MalformedJson | Problem | DateTimeException | IllegalArgumentException e) {
            throw damaged(e.getMessage());
        } catch (IOException e) {
            throw damaged("it cannot be read as text");
        }
    }

    private IllegalStateException damaged(String reason) {
        return new IllegalStateException(
                "%s is damaged: %s. Remove it to begin without clients, or begin with nothing at all with --reset."
                        .formatted(file, reason));
    }

    private static Client client(JsonNode json) {
        JsonNode keys = json.path("jwks");
        return new Client(
                UUID.fromString(json.path("client_id").asText("")).toString(),
                ClientMetadata.read(JsonObject.read(json.toString())),
                keys.path("keys").isEmpty() ? List.of() : ClientKeys.read(keys),
                Instant.parse(json.path("created").asText("")),
                Instant.parse(json.path("last_updated").asText("")));
    }

    /** Replaces the file with one that has these clients. */
    void write(Collection<Client> clients) {
        ObjectNode json = Json.object();
        ArrayNode members = json.putArray("clients");
        clients.forEach(client -> members.add(client.toJsonWithKeys()));
        try {
            replace(json.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void replace(byte[] content) throws IOException {
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), PREFIX, ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                // Else the name could reach the disk before the clients, and a crash leave an
                // empty file.
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            // There only if the above failed.
            Files.deleteIfExists(fresh);
        }
    }
}
