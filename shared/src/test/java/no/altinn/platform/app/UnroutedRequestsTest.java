package no.altinn.platform.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import io.opentelemetry.api.OpenTelemetry;

import no.altinn.platform.auth.AcceptedTokens;
import no.altinn.platform.auth.Authentication;
import no.altinn.platform.auth.BearerToken;
import no.altinn.platform.auth.PlatformAccessTokenValidator;
import no.altinn.platform.auth.TokenAdvice;
import no.altinn.platform.http.Answer;
import no.altinn.testing.functions.FakeMessage;
import no.altinn.testing.jose.TestTokens;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

class UnroutedRequestsTest {
    private final Clock clock = Clock.systemUTC();
    private final Http http =
            new Http(
                    new Authentication(
                            new BearerToken("cookie", URI.create("https://platform.example/")),
                            AcceptedTokens.validator(new TestTokens(clock)),
                            new PlatformAccessTokenValidator(issuer -> Optional.empty(), clock),
                            new TokenAdvice(URI.create("https://platform.example/"), clock)),
                    e -> Optional.empty(),
                    OpenTelemetry.noop().getTracer("test"),
                    clock);
    private final UnroutedRequests unrouted =
            new UnroutedRequests(http, List.of(new Things(http), "no function class"));

    /** A class with functions; its answers tell what they were called with. */
    public static final class Things {
        private final Http http;

        Things(Http http) {
            this.http = http;
        }

        @FunctionName("ShowThing")
        public HttpResponseMessage show(
                @HttpTrigger(name = "r", methods = HttpMethod.GET, route = "api/things/{id}")
                        HttpRequestMessage<Optional<String>> request,
                @BindingName("id") String id) {
            return told(request, "show " + id);
        }

        @FunctionName("NewestThing")
        public HttpResponseMessage newest(
                @HttpTrigger(name = "r", methods = HttpMethod.GET, route = "api/things/newest")
                        HttpRequestMessage<Optional<String>> request) {
            return told(request, "newest");
        }

        @FunctionName("AddThing")
        public HttpResponseMessage add(
                @HttpTrigger(name = "r", methods = HttpMethod.POST, route = "api/things")
                        HttpRequestMessage<Optional<String>> request) {
            return told(request, "add " + request.getBody().orElse(""));
        }

        private HttpResponseMessage told(
                HttpRequestMessage<Optional<String>> message, String what) {
            return http.answer(
                    message,
                    exchange -> Answer.text(200, what + " at " + exchange.request().uri()));
        }
    }

    /** A class with a route that is none of the simple ones. */
    public static final class Numbered {
        @FunctionName("Numbered")
        public HttpResponseMessage numbered(
                @HttpTrigger(name = "r", methods = HttpMethod.GET, route = "api/{id:int}")
                        HttpRequestMessage<Optional<String>> request) {
            return request.createResponseBuilder(HttpStatus.OK).build();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://h//api/things/1?a=//b, api/things/1, show 1 at https://h/api/things/1?a=//b",
        "https://h/api///things//1, api///things//1, show 1 at https://h/api/things/1",
        "https://h/API//Things/Ab, API//Things/Ab, show Ab at https://h/API/Things/Ab",
        "https://h/api//things/a%2F%2Fb, api//things/a%2F%2Fb,"
                + " show a%2F%2Fb at https://h/api/things/a%2F%2Fb",
        "https://h/api/things/1//, api/things/1//, show 1 at https://h/api/things/1/"
    })
    void theFunctionOfThePathAnswersTheRequestWithOneSlashForEachRun(
            String address, String path, String told) {
        assertThat(unrouted.answer(FakeMessage.get(address), path).getBody()).isEqualTo(told);
    }

    @Test
    void theBodyIsHandedOn() {
        FakeMessage request = FakeMessage.post("https://h/api//things", "{}");

        assertThat(unrouted.answer(request, "api//things").getBody())
                .isEqualTo("add {} at https://h/api/things");
    }

    @Test
    void ofTwoFunctionsTheFirstByNameAnswersAsInTheHost() {
        FakeMessage request = FakeMessage.get("https://h/api//things/newest");

        assertThat(unrouted.answer(request, "api//things/newest").getBody())
                .isEqualTo("newest at https://h/api/things/newest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"api/things/1/2", "api//things/1/2", "api//others/1", "//", "api//admin"})
    void aPathOfNoFunctionIsABare404(String path) {
        HttpResponseMessage answer = unrouted.answer(FakeMessage.get("https://h/" + path), path);

        assertThat(answer.getStatusCode()).isEqualTo(404);
        assertThat(answer.getBody()).isEqualTo("");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, api/things/1, 'GET, HEAD, OPTIONS'",
        "POST, API//Things//1, 'GET, HEAD, OPTIONS'",
        "POST, api/things/newest, 'GET, HEAD, OPTIONS'",
        "GET, api/things, 'POST, OPTIONS'",
        "HEAD, api/things, 'POST, OPTIONS'",
        "PATCH, api/things, 'POST, OPTIONS'"
    })
    void aMethodThatThePathLacksIs405WithThoseThatItHas(
            HttpMethod method, String path, String allowed) {
        FakeMessage request = FakeMessage.of(method, "https://h/" + path);
        HttpResponseMessage answer = unrouted.answer(request, path);

        assertThat(answer.getStatusCode()).isEqualTo(405);
        assertThat(answer.getHeader("Allow")).isEqualTo(allowed);
        assertThat(answer.getBody()).isEqualTo("");
        assertThat(
                        unrouted.answer(request.with("accept", "application/problem+json"), path)
                                .getBody()
                                .toString())
                .contains("Method Not Allowed", allowed);
    }

    @Test
    void optionsTellsTheMethodsOfAPath() {
        FakeMessage request = FakeMessage.of(HttpMethod.OPTIONS, "https://h/api/things/1");
        HttpResponseMessage answer = unrouted.answer(request, "api/things/1");

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getHeader("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(unrouted.answer(request, "api/nothing").getStatusCode()).isEqualTo(404);
    }

    @Test
    void headIsAnsweredAsGet() {
        FakeMessage request = FakeMessage.of(HttpMethod.HEAD, "https://h/api/things/1");
        HttpResponseMessage answer = unrouted.answer(request, "api/things/1");

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo("show 1 at https://h/api/things/1");
    }

    @Test
    void aHostThatTriesTheCatchAllFirstGetsTheFunctionsAnswer() {
        FakeMessage request = FakeMessage.get("https://h/api/things/1");

        assertThat(unrouted.answer(request, "api/things/1").getBody())
                .isEqualTo("show 1 at https://h/api/things/1");
    }

    @Test
    void anAddressThatIsMalformedIsTheClientsFault() {
        FakeMessage request = FakeMessage.get("https://h/api//things/1?a={");

        assertThat(unrouted.answer(request, "api//things/1").getStatusCode()).isEqualTo(400);
    }

    @Test
    void aRouteThatCannotBeFollowedHereIsNamed() {
        UnroutedRequests numbered = new UnroutedRequests(http, List.of(new Numbered()));

        assertThatIllegalStateException()
                .isThrownBy(() -> numbered.answer(FakeMessage.get("https://h/api//1"), "api//1"))
                .withMessageContaining("Numbered");
    }
}
