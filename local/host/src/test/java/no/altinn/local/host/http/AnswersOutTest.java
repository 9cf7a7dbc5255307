package no.altinn.local.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;

import no.altinn.local.host.sample.HttpFunctions;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** What goes over the wire of what a function returns: each row of what the real host does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AnswersOutTest {
    private interface Building {
        HttpResponseMessage.Builder of(HttpResponseMessage.Builder builder);
    }

    private HostedHttp host;

    @BeforeAll
    void start() throws Exception {
        host = new HostedHttp();
    }

    @AfterAll
    void stop() throws Exception {
        host.stop();
    }

    private RawAnswer answerOf(HttpFunctions.Behaviour behaviour) throws IOException {
        host.functions.behave(behaviour);
        return host.send("GET", "/told/1");
    }

    private RawAnswer built(HttpStatusType status, Building building) throws IOException {
        return answerOf((request, context) -> building.of(builder(request, status)).build());
    }

    private static HttpResponseMessage.Builder builder(
            HttpRequestMessage<Optional<String>> request, HttpStatusType status) {
        return request.createResponseBuilder(status);
    }

    private static void assertFailed(RawAnswer answer) {
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Content-Length")).contains("0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | application/json; charset=utf-8",
                "application/json;charset=UTF-8 | application/json;charset=UTF-8",
                "text/html; charset=iso-8859-1 | text/html; charset=utf-8",
                "application/json; odata=none | application/json; odata=none; charset=utf-8",
            })
    void textGoesOutWithTheCharsetOnItsType(String set, String sent) throws IOException {
        RawAnswer answer =
                built(HttpStatus.OK, b -> b.header("content-type", set).body("{\"a\":\"æ\"}"));
        assertThat(answer.header("Content-Type")).contains(sent);
        assertThat(answer.body()).isEqualTo("{\"a\":\"æ\"}");
        assertThat(answer.header("Content-Length")).contains("10");
    }

    @Test
    void textWithoutATypeIsPlain() throws IOException {
        assertThat(built(HttpStatus.OK, b -> b.body("hello")).header("Content-Type"))
                .contains("text/plain; charset=utf-8");
    }

    @Test
    void bytesGoOutAsTheyAreWithTheTypeAsItIs() throws IOException {
        RawAnswer answer =
                built(
                        HttpStatus.OK,
                        b ->
                                b.header("Content-Type", "application/json")
                                        .body(new byte[] {'{', '}'}));
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.body()).isEqualTo("{}");
    }

    @Test
    void bytesWithoutATypeHaveNone() throws IOException {
        assertThat(built(HttpStatus.OK, b -> b.body(new byte[] {1})).header("Content-Type"))
                .isEmpty();
    }

    @Test
    void noBodyIsEmptyPlainText() throws IOException {
        RawAnswer answer = built(HttpStatus.ACCEPTED, b -> b);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Content-Length")).contains("0");
        assertThat(answer.header("Content-Type")).contains("text/plain; charset=utf-8");
    }

    @Test
    void numbersAndTruthValuesAreWrittenAsDotNetWritesThem() throws IOException {
        assertThat(built(HttpStatus.OK, b -> b.body(42)).body()).isEqualTo("42");
        assertThat(built(HttpStatus.OK, b -> b.body(2.5)).body()).isEqualTo("2.5");
        assertThat(built(HttpStatus.OK, b -> b.body(true)).body()).isEqualTo("True");
    }

    @Test
    void anyOtherBodyIsIndentedJsonInPlainText() throws IOException {
        RawAnswer answer = built(HttpStatus.OK, b -> b.body(Map.of("a", 1)));
        assertThat(answer.body()).containsIgnoringNewLines("{\n  \"a\" : 1\n}");
        assertThat(answer.header("Content-Type")).contains("text/plain; charset=utf-8");
    }

    @Test
    void aBodyThatCannotBeWrittenFails() throws IOException {
        assertFailed(built(HttpStatus.OK, b -> b.body(new Object())));
    }

    @Test
    void nothingReturnedIsNoContent() throws IOException {
        assertThat(answerOf((request, context) -> null).status()).isEqualTo(204);
        assertThat(host.send("PUT", "/nothing").status()).isEqualTo(204);
    }

    @Test
    void aStatusThatHasNoNameIsSent() throws IOException {
        assertThat(built(HttpStatusType.custom(299), b -> b).status()).isEqualTo(299);
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 100, 600})
    void aStatusThatNoAnswerCanHaveFails(int status) throws IOException {
        assertFailed(built(HttpStatusType.custom(status), b -> b));
    }

    @Test
    void anExceptionFailsWithoutAWordOfIt() throws IOException {
        assertFailed(
                answerOf(
                        (request, context) -> {
                            throw new IllegalStateException("secret");
                        }));
    }

    @Test
    void anErrorFailsLikeAnException() throws IOException {
        assertFailed(
                answerOf(
                        (request, context) -> {
                            throw new AssertionError("secret");
                        }));
    }

    @Test
    void aHeaderThatIsNullFails() throws IOException {
        assertFailed(built(HttpStatus.OK, b -> b.header("X-One", null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Two: b", "æ", "a\u0000"})
    void aHeaderValueWithControlOrForeignCharactersFails(String value) throws IOException {
        assertFailed(built(HttpStatus.OK, b -> b.header("X-One", value)));
    }

    @Test
    void aHeaderNameThatIsNoneFails() throws IOException {
        assertFailed(built(HttpStatus.OK, b -> b.header("X One", "a")));
    }

    @Test
    void aHeaderSetTwiceKeepsItsLastValue() throws IOException {
        RawAnswer answer = built(HttpStatus.OK, b -> b.header("X-One", "a").header("x-one", "b"));
        assertThat(answer.header("x-one")).contains("b");
        assertThat(answer.headers()).filteredOn(line -> line.startsWith("X-One")).hasSize(1);
    }

    @Test
    void theLengthThatAFunctionSetsIsReplacedByTheTrueOne() throws IOException {
        RawAnswer answer =
                built(HttpStatus.OK, b -> b.header("Content-Length", "99").body("five!"));
        assertThat(answer.header("Content-Length")).contains("5");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void aBodyWhereHttpAllowsNoneBreaksTheConnection(int status) throws IOException {
        assertThat(built(HttpStatusType.custom(status), b -> b.body("body")).status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void noContentAndNotModifiedGoOutWithoutABodysHeaders(int status) throws IOException {
        RawAnswer answer = built(HttpStatusType.custom(status), b -> b.header("ETag", "\"1\""));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("ETag")).contains("\"1\"");
        assertThat(answer.header("Content-Type")).isEmpty();
        assertThat(answer.header("Content-Length")).isEmpty();
        assertThat(answer.header("Transfer-Encoding")).isEmpty();
    }

    @Test
    void anAnswerToHeadHasTheLengthOfTheBodyButNotTheBody() throws IOException {
        host.functions.behave((request, context) -> HttpFunctions.text(request, "hello"));
        RawAnswer answer = host.send("HEAD", "/told/1");
        assertThat(answer.header("Content-Length")).contains("5");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aLargeAnswerComesWhole() throws IOException {
        String large = "0123456789".repeat(300_000);
        host.functions.behave((request, context) -> HttpFunctions.text(request, large));
        RawAnswer answer = host.send("GET", "/told/1");
        assertThat(answer.header("Content-Length")).contains("3000000");
        assertThat(answer.header("Transfer-Encoding")).isEmpty();
        assertThat(answer.body()).isEqualTo(large);
        RawAnswer toHead = host.send("HEAD", "/told/1");
        assertThat(toHead.header("Content-Length")).contains("3000000");
        assertThat(toHead.body()).isEmpty();
    }

    @Test
    void aLargeHeaderComesWhole() throws IOException {
        String large = "x".repeat(100_000);
        assertThat(built(HttpStatus.OK, b -> b.header("X-One", large)).header("X-One"))
                .contains(large);
    }
}
