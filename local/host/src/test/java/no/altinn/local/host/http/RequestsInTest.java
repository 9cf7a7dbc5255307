package no.altinn.local.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;

import no.altinn.local.host.sample.HttpFunctions;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a function sees of a request: each row of what the real host and worker make of one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RequestsInTest {
    private record Seen(HttpRequestMessage<Optional<String>> request, ExecutionContext context) {}

    private final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();
    private HostedHttp host;

    @BeforeAll
    void start() throws Exception {
        host = new HostedHttp();
        host.functions.behave(
                (request, context) -> {
                    seen.add(new Seen(request, context));
                    return HttpFunctions.text(request, "seen");
                });
    }

    @BeforeEach
    void forget() {
        seen.clear();
    }

    @AfterAll
    void stop() throws Exception {
        host.stop();
    }

    private HttpRequestMessage<Optional<String>> get(String target, String... headers)
            throws IOException {
        assertThat(host.send("GET", target, headers).status()).isEqualTo(200);
        return seen.remove().request();
    }

    private Optional<String> bodyOfPost(String body, String... headers) throws IOException {
        assertThat(host.post("/told/1", body, headers).status()).isEqualTo(200);
        return seen.remove().request().getBody();
    }

    @Test
    void headerNamesAreInLowerCaseAndComparedWithCase() throws IOException {
        assertThat(get("/told/1", "X-One: a").getHeaders())
                .containsEntry("x-one", "a")
                .doesNotContainKey("X-One");
    }

    @Test
    void repeatedHeadersAreJoinedByACommaWithoutSpace() throws IOException {
        assertThat(get("/told/1", "X-One: a", "x-one: b, c").getHeaders())
                .containsEntry("x-one", "a,b, c");
    }

    @Test
    void anEmptyHeaderIsKept() throws IOException {
        assertThat(get("/told/1", "X-Empty:").getHeaders()).containsEntry("x-empty", "");
    }

    @Test
    void headersCannotBeChanged() throws IOException {
        var headers = get("/told/1").getHeaders();
        assertThatThrownBy(() -> headers.put("a", "b"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void queryValuesAreDecoded() throws IOException {
        assertThat(get("/told/1?a=1+2%C3%A6&%62=c").getQueryParameters())
                .containsEntry("a", "1 2æ")
                .containsEntry("b", "c");
    }

    @Test
    void repeatedQueryValuesAreJoinedUnderTheFirstSpelling() throws IOException {
        assertThat(get("/told/1?a=1&a=2&A=3").getQueryParameters())
                .containsEntry("a", "1,2,3")
                .hasSize(1);
    }

    @Test
    void emptyQueryValuesAreLeftOut() throws IOException {
        assertThat(get("/told/1?flag&x=&y=1").getQueryParameters()).containsOnlyKeys("y");
    }

    @Test
    void theUriIsMadeOfTheHostHeaderThePathAndTheRawQuery() throws IOException {
        assertThat(get("/told/a%20b?q=%41+c&&flag").getUri())
                .hasToString("http://events.example:81/told/a%20b?q=%41+c&&flag");
    }

    @Test
    void thePathOfTheUriIsEncodedAnew() throws IOException {
        assertThat(get("/told/%41%c3%a6%2Fb%2f%5b").getUri().getRawPath())
                .isEqualTo("/told/A%C3%A6%2Fb%2f%5B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "^", "|"})
    void aCharacterThatNoUriMayHoldFailsWhenTheUriIsAskedForAndNotBefore(String odd)
            throws IOException {
        var request = get("/told/1?q=" + odd);
        assertThat(request.getQueryParameters()).containsEntry("q", odd);
        assertThatThrownBy(request::getUri).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEncodedSlashReachesTheFunctionAndIsNoSeparator() throws IOException {
        assertThat(get("/told/a%2Fb").getUri().getRawPath()).isEqualTo("/told/a%2Fb");
        assertThat(host.send("GET", "/numbers/1%2F2").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/cloudevents+json",
                "image/png",
                "application/octet-stream",
                "text/plain; charset=iso-8859-1"
            })
    void aBodyIsUtf8TextWhateverItsTypeSays(String type) throws IOException {
        String utf8 = new String("æ".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(bodyOfPost(utf8, "Content-Type: " + type)).contains("æ");
    }

    @Test
    void bytesThatAreNoUtf8BecomeTheReplacementCharacter() throws IOException {
        assertThat(bodyOfPost("a\u00ffb")).contains("a\ufffdb");
    }

    @Test
    void noBodyIsEmpty() throws IOException {
        assertThat(bodyOfPost("")).isEmpty();
        assertThat(get("/told/1").getBody()).isEmpty();
    }

    @Test
    void aChunkedBodyArrivesEmpty() throws IOException {
        RawAnswer answer =
                host.exchange(
                        HostedHttp.head("POST", "/told/1", "Transfer-Encoding: chunked")
                                + "\r\n5\r\nhello\r\n0\r\n\r\n");
        assertThat(answer.status()).isEqualTo(200);
        var request = seen.remove().request();
        assertThat(request.getBody()).isEmpty();
        assertThat(request.getHeaders()).containsEntry("transfer-encoding", "chunked");
    }

    @Test
    void aBodyThatComesInPiecesIsWhole() throws IOException {
        String body = "x".repeat(HostedHttp.BODY_LIMIT);
        assertThat(bodyOfPost(body)).contains(body);
    }

    @Test
    void aBodyThatIsAnnouncedAsTooLargeIsRefusedBeforeItComes() throws IOException {
        RawAnswer answer =
                host.send("POST", "/told/1", "Content-Length: " + (HostedHttp.BODY_LIMIT + 1));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).isEmpty();
        assertThat(seen).isEmpty();
    }

    @Test
    void aChunkedBodyThatGrowsTooLargeIsRefused() throws IOException {
        String chunk = "x".repeat(HostedHttp.BODY_LIMIT + 1);
        RawAnswer answer =
                host.exchange(
                        HostedHttp.head("POST", "/told/1", "Transfer-Encoding: chunked")
                                + "\r\n"
                                + Integer.toHexString(chunk.length())
                                + "\r\n"
                                + chunk
                                + "\r\n0\r\n\r\n");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(seen).isEmpty();
    }

    @Test
    void aClientThatHangsUpInTheMiddleOfItsBodyFiresNothing() throws Exception {
        try (Socket socket = host.connect()) {
            socket.getOutputStream()
                    .write(
                            (HostedHttp.head("POST", "/told/1", "Content-Length: 10") + "\r\nhalf")
                                    .getBytes(StandardCharsets.ISO_8859_1));
        }
        get("/told/2");
        assertThat(seen.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void theFunctionContinuesTheCallersTrace() throws IOException {
        String traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
        host.send("GET", "/told/1", "traceparent: 00-" + traceId + "-00f067aa0ba902b7-01");
        assertThat(seen.remove().context().getTraceContext().getTraceparent())
                .startsWith("00-" + traceId)
                .doesNotContain("00f067aa0ba902b7")
                .endsWith("-01");
    }

    @Test
    void theContextNamesTheFunctionAndTheInvocation() throws IOException {
        host.send("GET", "/told/1");
        host.send("GET", "/told/1");
        ExecutionContext first = seen.remove().context();
        ExecutionContext second = seen.remove().context();
        assertThat(first.getFunctionName()).isEqualTo("Told");
        assertThat(first.getInvocationId())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
                .isNotEqualTo(second.getInvocationId());
        assertThat(first.getLogger()).isSameAs(second.getLogger());
    }
}
