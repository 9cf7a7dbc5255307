package no.altinn.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.acceptance.WithPlatform;
import no.altinn.acceptance.gateway.GatewayApi.Operation;
import no.altinn.local.LocalPlatform;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;

/**
 * The gateway counts a token for its organisation once an app has accepted the token. So no app may
 * accept a forged token.
 */
@ExtendWith(WithPlatform.class)
class BelievedTokensTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static Stream<GatewayCall> operationsThatNeedAToken() {
        return Stream.of("events", "authentication")
                .map(GatewayFiles::api)
                .flatMap(api -> api.operations().stream().map(one -> new GatewayCall(api, one)))
                .filter(call -> call.operation().token());
    }

    record GatewayCall(GatewayApi api, Operation operation) {
        int status(URI base, String token) throws IOException, InterruptedException {
            String path =
                    "/" + api.path() + operation.path().replaceAll("\\{[^}]*\\}", "7") + "?after=0";
            HttpRequest request =
                    HttpRequest.newBuilder(base.resolve(path))
                            .timeout(Duration.ofSeconds(20))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .method(operation.method(), HttpRequest.BodyPublishers.noBody())
                            .build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }

        @Override
        public String toString() {
            return operation.method() + " /" + api.path() + operation.path();
        }
    }

    private static String forged() {
        return part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}")
                + "."
                + part("{\"urn:altinn:org\":\"ttd\",\"exp\":4102444800}")
                + "."
                + part("signature");
    }

    private static String part(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("operationsThatNeedAToken")
    void anOperationWhoseSuccessIsBelievedRefusesAForgedToken(
            GatewayCall call, LocalPlatform platform) throws Exception {
        assertThat(call.status(platform.base(), forged())).isEqualTo(401);
    }
}
