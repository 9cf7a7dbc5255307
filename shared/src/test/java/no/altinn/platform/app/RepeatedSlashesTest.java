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

class RepeatedSlashesTest {
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
    private final RepeatedSlashes slashes =
            new RepeatedSlashes(http, List.of(new Things(http), "no function class"));

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
        assertThat(slashes.answer(FakeMessage.get(address), path).getBody()).isEqualTo(told);
    }

    @Test
    void theBodyIsHandedOn() {
        FakeMessage request = FakeMessage.post("https://h/api//things", "{}");

        assertThat(slashes.answer(request, "api//things").getBody())
                .isEqualTo("add {} at https://h/api/things");
    }

    @Test
    void ofTwoFunctionsTheFirstByNameAnswersAsInTheHost() {
        FakeMessage request = FakeMessage.get("https://h/api//things/newest");

        assertThat(slashes.answer(request, "api//things/newest").getBody())
                .isEqualTo("newest at https://h/api/things/newest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api//things", "api//things/1/2", "api//others/1", "//", "api//admin"})
    void aPathOfNoFunctionIsABare404(String path) {
        HttpResponseMessage answer = slashes.answer(FakeMessage.get("https://h/" + path), path);

        assertThat(answer.getStatusCode()).isEqualTo(404);
        assertThat(answer.getBody()).isEqualTo("");
    }

    @Test
    void anAddressThatIsMalformedIsTheClientsFault() {
        FakeMessage request = FakeMessage.get("https://h/api//things/1?a={");

        assertThat(slashes.answer(request, "api//things/1").getStatusCode()).isEqualTo(400);
    }

    @Test
    void aRouteThatCannotBeFollowedHereIsNamed() {
        RepeatedSlashes numbered = new RepeatedSlashes(http, List.of(new Numbered()));

        assertThatIllegalStateException()
                .isThrownBy(() -> numbered.answer(FakeMessage.get("https://h/api//1"), "api//1"))
                .withMessageContaining("Numbered");
    }
}
