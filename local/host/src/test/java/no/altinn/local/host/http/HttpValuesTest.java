package no.altinn.local.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpMethod;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;

final class HttpValuesTest {
    private static HttpValues values(String query, String body) {
        return new HttpValues(
                Map.of("id", "route"),
                new HttpRequest(
                        HttpMethod.POST,
                        new RequestAddress("http", "localhost", "/", query),
                        Map.of("accept", "*/*"),
                        QueryValues.of(query),
                        () -> Optional.of(body)));
    }

    @Test
    void theWholeQueryAndAllHeadersAreFoundAsJson() {
        HttpValues values = values("a=1&b=", "");
        assertThat(values.find("Query")).contains("{\"a\":\"1\"}");
        assertThat(values.find("Headers")).contains("{\"accept\":\"*/*\"}");
    }

    @Test
    void theKeyOfTheCallerIsNotFoundInTheQuery() {
        assertThat(values("code=secret", "").find("code")).isEmpty();
    }

    @Test
    void routeThenQueryThenBodyIsAsked() {
        HttpValues values = values("id=query&a=query", "{\"id\":1,\"a\":2,\"b\":3}");
        assertThat(values.find("id")).contains("route");
        assertThat(values.find("a")).contains("query");
        assertThat(values.find("b")).contains("3");
        assertThat(values.find("c")).isEmpty();
    }
}
