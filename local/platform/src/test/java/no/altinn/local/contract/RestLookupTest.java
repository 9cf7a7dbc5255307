package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Lookups, whose source on one machine repeats what it is asked. */
@ExtendWith(RunningPlatform.class)
final class RestLookupTest {
    private final Platform platform;
    private final RestClient client;

    RestLookupTest(Platform platform) {
        this.platform = platform;
        this.client = RestClient.ofUsers(platform);
    }

    private Reply ask(String options, String accept) {
        String path =
                "my/lookup/3001/1?queryOptions="
                        + URLEncoder.encode(options, StandardCharsets.UTF_8);
        return client.call("GET", path, client.logIn("ola", "Passord-A1"))
                .header("Accept", accept)
                .send();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/xml",
                RestClient.HAL_JSON,
                RestClient.HAL_XML
            })
    void theAnswerIsTheSourcesWhateverIsAccepted(String accept) {
        Reply answer = ask("orgnr=310000001&navn=Åse 100%", accept);

        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("orgnr=310000001&navn=Åse 100%");
        assertThat(answer.contentType()).isEqualTo("text/plain; charset=utf-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            <Oppslag><queryOptions>1</queryOptions></Oppslag> | application/xml; charset=utf-8
            {"a":1} | application/json; charset=utf-8
            """)
    void theTypeIsTheSources(String options, String type) {
        Reply answer = ask(options, RestClient.HAL_JSON);

        assertThat(answer.body()).isEqualTo(options);
        assertThat(answer.contentType()).isEqualTo(type);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'; sandbox");
    }

    @Test
    void aServiceMayHaveItsSourceNowhereWithin() {
        String token = platform.tokens().platform();
        String service =
                """
                {"ServiceOwnerCode":"ttd","ServiceOwnerName":"Testdepartementet",
                 "ServiceName":"Oppslag","ServiceType":"Lookup","ValidFrom":"2020-01-01",
                 "ValidTo":"2099-01-01","Level":1,"LookupSource":"%s"}""";

        for (String address :
                new String[] {"https://10.0.0.1/", "http://93.184.216.34/", "https://[fd00::1]/"}) {
            Reply refused =
                    platform.call("PUT", "api/private/catalogue/3999/1")
                            .platformAccess(token)
                            .json(service.formatted(address))
                            .send();

            assertThat(refused.status()).as("%s", refused).isEqualTo(400);
            assertThat(refused.body()).contains("LookupSource: must ");
        }
        assertThat(
                        client.call("GET", "my/lookup/3999/1", client.logIn("ola", "Passord-A1"))
                                .send()
                                .status())
                .isEqualTo(404);
    }
}
