package no.altinn.local.maskinporten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import no.altinn.platform.http.JsonObject;
import no.altinn.platform.http.Problem;
import no.altinn.platform.json.Json;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class ClientsTest {
    private static final ClientMetadata METADATA =
            ClientMetadata.read(
                    JsonObject.read(
                            RunningMaskinporten.registration("a", "b")
                                    .put("description", "blåbær")
                                    .put("client_orgno", "310000001")
                                    .put("access_token_lifetime", 60)
                                    .toString()));

    @TempDir Path folder;

    private Clients open() {
        return new Clients(ClientFile.in(folder), MutableClock.at(RunningMaskinporten.NOW));
    }

    private Path file() {
        return folder.resolve("maskinporten.json");
    }

    @Test
    void everythingOfAClientIsThereAfterARestart() {
        Clients clients = open();
        RegisteredClient withKeys = clients.register(METADATA);
        clients.replaceKeys(
                withKeys, List.of(new ClientKey("my-key", RunningMaskinporten.KEY.publicKey())));
        clients.register(METADATA);

        assertThat(open().all()).containsExactlyElementsOf(clients.all());
        assertThat(open().find(withKeys.id()).orElseThrow().keys()).hasSize(1);
    }

    @Test
    void aClientThatWasRemovedDoesNotComeBack() {
        Clients clients = open();
        RegisteredClient client = clients.register(METADATA);
        clients.remove(client);

        assertThat(open().find(client.id())).isEmpty();
    }

    @Test
    void keysOfAClientThatIsGoneAreForgotten() {
        Clients clients = open();
        RegisteredClient client = clients.register(METADATA);
        clients.remove(client);
        clients.replaceKeys(client, List.of());

        assertThat(clients.all()).isEmpty();
    }

    @Test
    void nothingElseIsLeftInTheFolder() {
        open().register(METADATA);

        assertThat(folder).isDirectoryContaining(file()::equals);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void noPrivateKeyCanGetIntoTheFile() throws IOException {
        Clients clients = open();
        clients.replaceKeys(
                clients.register(METADATA),
                List.of(new ClientKey("my-key", RunningMaskinporten.KEY.publicKey())));

        assertThat(Json.parse(Files.readString(file())).at("/clients/0/jwks/keys/0").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("kty", "use", "kid", "n", "e");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not JSON",
                "{}",
                "[]",
                "{\"clients\":{}}",
                "{\"clients\":[7]}",
                "{\"clients\":[{}]}",
                "{\"clients\":[{\"client_id\":\"00000000-0000-4000-8000-000000000000\"}]}"
            })
    void aDamagedFileIsNamedAndNotOverwritten(String content) throws IOException {
        Files.writeString(file(), content);

        assertThatIllegalStateException()
                .isThrownBy(this::open)
                .withMessageContaining(file() + " is damaged")
                .withMessageContaining("--reset");
        assertThat(file()).hasContent(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id", "created", "last_updated", "client_name", "scopes"})
    void aFileInWhichAnythingIsMissingIsDamaged(String member) throws IOException {
        open().register(METADATA);
        Files.writeString(
                file(), Files.readString(file()).replace("\"" + member + "\"", "\"other\""));

        assertThatIllegalStateException()
                .isThrownBy(this::open)
                .withMessageContaining("is damaged");
    }

    @Test
    void theReasonEndsInOneFullStop() throws IOException {
        Files.writeString(
                file(),
                """
                {"clients":[{"client_id":"00000000-0000-4000-8000-000000000000"}]}
                """);

        assertThatIllegalStateException()
                .isThrownBy(this::open)
                .withMessageContaining("list of 1 to 100 scopes. Remove it");
    }

    @Test
    void whatWouldBeAnotherWhenReadAgainIsNotStored() throws IOException {
        Clients clients = open();
        clients.register(METADATA);
        String before = Files.readString(file());
        ClientMetadata half =
                new ClientMetadata(
                        "\ud800", "", "310000001", "web", List.of("a"), Duration.ofMinutes(1));

        assertThatIllegalStateException().isThrownBy(() -> clients.register(half));
        assertThat(clients.all()).hasSize(1);
        assertThat(file()).hasContent(before);
    }

    @Test
    void whatCouldNotBeReadAgainIsNotStored() throws IOException {
        Clients clients = open();
        RegisteredClient client = clients.register(METADATA);
        String before = Files.readString(file());
        List<ClientKey> alike =
                List.of(
                        new ClientKey("\ud800", RunningMaskinporten.KEY.publicKey()),
                        new ClientKey("\ud801", RunningMaskinporten.KEY.publicKey()));

        assertThatIllegalStateException().isThrownBy(() -> clients.replaceKeys(client, alike));
        assertThat(clients.find(client.id()).orElseThrow().keys()).isEmpty();
        assertThat(file()).hasContent(before);
    }

    @Test
    void bytesThatAreNoTextAreDamaged() throws IOException {
        Files.write(file(), new byte[] {(byte) 0xC3, (byte) 0x28});

        assertThatIllegalStateException()
                .isThrownBy(this::open)
                .withMessageContaining("cannot be read as text");
    }

    @Test
    void aThousandClientsAreTheMost() throws IOException {
        String client =
                "{\"client_id\":\"%s\",\"created\":\"2026-11-22T10:00:00Z\",\"last_updated\":\"2026-11-22T10:00:00Z\",\"integration_type\":\"maskinporten\",\"client_name\":\"a\",\"scopes\":[\"a\"]}";
        StringBuilder content = new StringBuilder("{\"clients\":[");
        for (int i = 0; i < 1000; i++) {
            content.append(i == 0 ? "" : ",")
                    .append(client.formatted("00000000-0000-4000-8000-%012d".formatted(i)));
        }
        Files.write(file(), content.append("]}").toString().getBytes(StandardCharsets.UTF_8));
        Clients clients = open();

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> clients.register(METADATA))
                .satisfies(problem -> assertThat(problem.answer().status()).isEqualTo(507));
        clients.remove(clients.all().iterator().next());
        assertThat(clients.register(METADATA).keys()).isEmpty();
    }

    @Test
    void whatCannotBeStoredDoesNotTakeEffect() throws IOException {
        Clients clients = open();
        Files.createDirectory(file());
        Files.writeString(file().resolve("in the way"), "");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> clients.register(METADATA));
        assertThat(clients.all()).isEmpty();
        assertThat(folder.toFile().list()).containsExactly("maskinporten.json");
    }
}
