package no.altinn.local.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.local.web.LocalServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

class LookupSourceTest {
    private static LocalServer server;

    @BeforeAll
    static void start() {
        server = LocalServer.start(new LookupSource().handler());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> ask(String options) {
        return server.get(
                "/lookup-source/3001?queryOptions="
                        + URLEncoder.encode(options, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            orgnr=1&navn=Å | text/plain
            <Oppslag><queryOptions>1</queryOptions></Oppslag> | application/xml
            {"a":1} | application/json
            [1] | application/json
            """)
    void whatIsAskedIsRepeatedAsWhatItLooksLike(String options, String type) {
        HttpResponse<String> answer = ask(options);

        assertThat(answer.body()).isEqualTo(options);
        assertThat(answer.headers().firstValue("Content-Type")).contains(type + "; charset=utf-8");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void nothingIsRepeatedAsNothing() {
        assertThat(server.get("/lookup-source/3001").body()).isEmpty();
        assertThat(server.get("/lookup-source/3001").statusCode()).isEqualTo(200);
    }
}
