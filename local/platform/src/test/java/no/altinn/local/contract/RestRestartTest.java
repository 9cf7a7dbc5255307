package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

/** What the REST API keeps when the platform stops. */
final class RestRestartTest {
    @TempDir private static Path folder;

    @Test
    @Tag("proof")
    void whatUsersDidIsThereAfterARestartAndNothingComesBack() {
        String cookie;
        try (Platform platform = Platform.start(folder, Map.of())) {
            RestClient client = RestClient.ofUsers(platform);
            cookie = client.logIn("ola", "Passord-A1");
            assertThat(client.call("DELETE", "my/messages/a1", cookie).send().status())
                    .isEqualTo(204);
            assertThat(client.call("PUT", "my/messages/a2/confirm", cookie).send().status())
                    .isEqualTo(204);
            assertThat(
                            platform.call("PUT", "api/private/users/20000001")
                                    .platformAccess(platform.tokens().platform())
                                    .json("{\"UserName\":\"ola.n\",\"Password\":\"Passord-A2\"}")
                                    .send()
                                    .status())
                    .isEqualTo(204);
        }
        try (Platform platform = Platform.start(folder, Map.of())) {
            RestClient client = RestClient.ofUsers(platform);
            assertThat(client.tryToLogIn("ola", "Passord-A1").status()).isEqualTo(401);
            assertThat(client.call("GET", "my/messages", cookie).send().status()).isEqualTo(401);
            String renewed = client.logIn("ola.n", "Passord-A2");
            Reply box = client.call("GET", "my/messages", renewed).send();
            assertThat(box.json().at("/_embedded/messages").findValuesAsText("MessageId"))
                    .containsExactlyInAnyOrder("a2", "a3", "b4");
            assertThat(
                            client.call("GET", "my/messages/a2", renewed)
                                    .send()
                                    .json()
                                    .path("Status")
                                    .asText())
                    .isEqualTo("Bekreftet");
            assertThat(
                            client.call("GET", "my/messages/trashbin", renewed)
                                    .send()
                                    .json()
                                    .findValuesAsText("MessageId"))
                    .containsExactly("a1");
        }
    }
}
