package no.altinn.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.util.Map;

final class RequestTest {
    private static Request get(String uri, Map<String, String> headers) {
        return new Request("GET", URI.create(uri), headers, "");
    }

    @Test
    void aHeaderIsFoundInAnyCase() {
        Request request = get("https://host/", Map.of("content-TYPE", "text/plain"));

        assertThat(request.header("Content-Type")).contains("text/plain");
        assertThat(request.header("Accept")).isEmpty();
    }

    @Test
    void theQueryIsReadFromItsRawText() {
        Request request = get("https://host/?subject=a%26b&type=1&type=2", Map.of());

        assertThat(request.query().first("subject")).contains("a&b");
        assertThat(request.query().all("type")).containsExactly("1", "2");
    }

    @Test
    void aRequestWithoutQueryHasNoParameters() {
        assertThat(get("https://host/", Map.of()).query().toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "gzip, true",
        "identity, false",
        "Identity, false",
        "'', false",
        "' identity , identity', false",
        "'identity, gzip', true",
        "'gzip,', true",
        "utf-8, true",
        "aws-chunked, true"
    })
    void aBodyIsEncodedInAnythingButIdentity(String codings, boolean isEncoded) {
        assertThat(get("https://host/", Map.of("content-encoding", codings)).isEncoded())
                .isEqualTo(isEncoded);
        assertThat(get("https://host/", Map.of()).isEncoded()).isFalse();
    }

    @Test
    void itsTextTellsNeitherTokensNorPersons() {
        Request request =
                get("https://host/app/party?unit=1", Map.of("Authorization", "Bearer secret"));

        assertThat(request).hasToString("GET /app/party");
    }
}
