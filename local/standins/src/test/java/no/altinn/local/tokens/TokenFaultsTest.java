package no.altinn.local.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpResponse;
import java.nio.file.Path;

/** What a client is told that did not say which token it wants. */
class TokenFaultsTest {
    private static final String INVALID = "Parameter was supplied with an invalid value";
    private static final String PERSON =
            "GetPersonalToken?env=x&scopes=a&userId=20000001&partyId=50000001";

    private static Generator generator;

    @BeforeAll
    static void start(@TempDir Path folder) {
        generator = Generator.start(folder);
    }

    @AfterAll
    static void stop() {
        generator.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GetEnterpriseToken?org=ttd&scopes=a                 | env",
                "GetEnterpriseToken?env=&org=ttd&scopes=a            | env",
                "GetEnterpriseToken?env=x&org=ttd                    | scopes",
                "GetEnterpriseToken?env=x&org=ttd&scopes=,           | scopes",
                "GetEnterpriseToken?env=x&org=ttd&scopes=%20,%09     | scopes",
                "GetSystemUserToken?env=x&systemUserId=a1b2c3d4-0000-4000-8000-000000000001&scopes=, | scopes",
                "GetEnterpriseToken?env=x                            | scopes",
                "GetEnterpriseToken?scopes=a                         | env",
                "GetPersonalToken?pid=01909012345                    | env",
                "GetPersonalToken?env=x&scopes=,                     | scopes",
                "GetSystemUserToken?env=x                            | systemUserId",
                "GetPlatformAccessToken?env=x                        | app",
                "GetPlatformAccessToken?app=x                        | env",
            })
    void aParameterThatIsMissingIsNamed(String query, String parameter) {
        refused(query, "{\"%s\":\"Parameter must be supplied\"}".formatted(parameter));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GetEnterpriseToken?env=x&scopes=a&orgNo=12                     | orgNo",
                "GetEnterpriseToken?env=x&scopes=a&orgNo=310000001&org=T%20D    | org",
                "GetEnterpriseToken?env=x&scopes=a&org=ttd&ttl=-1               | ttl",
                "GetEnterpriseToken?env=x&scopes=a%22&org=ttd                   | scopes",
                "GetEnterpriseToken?env=x&scopes=a&org=ttd&clientId=A%20B       | clientId",
                "GetEnterpriseToken?env=x&scopes=a&org=ttd&clientId=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | clientId",
                "GetEnterpriseToken?env=x&scopes=a&org=ttd&supplierOrgNo=1      | supplierOrgNo",
                "GetEnterpriseToken?env=x&scopes=a&org=ttd&delegationSource=d   | delegationSource",
                "GetEnterpriseToken?env=x&scopes=a&org=ttd&delegationSource=:%20| delegationSource",
                "GetEnterpriseToken?env=x&scopes=a&org=ttd&bulkCount=many       | bulkCount",
                "GetSystemUserToken?env=x&systemUserId=1-2-3-4-5                | systemUserId",
                "GetPlatformAccessToken?env=x&app=a%20b                         | app",
                "GetPlatformAccessToken?env=x&app=a&org=nav                     | org",
            })
    void aParameterThatCannotBeReadIsNamed(String query, String parameter) {
        refused(query, "{\"%s\":\"%s\"}".formatted(parameter, INVALID));
    }

    @ParameterizedTest
    @CsvSource({
        "pid, 1",
        "pid, 0190901234X",
        "userId, A",
        "partyId, 1.5",
        "authLvl, 5",
        "authLvl, -1",
        "authLvl, high",
        "consumerOrgNo, 1",
        "userName, A%20B",
        "clientAmr, A%20B",
        "partyuuid, 1-2-3-4-5",
        "delegationSource, here",
        "bulkCount, -1",
        "ttl, soon",
    })
    void whatIsWrongAboutAPersonIsNamed(String parameter, String value) {
        String query = PERSON + "&pid=01909012345";
        refused(
                query.replaceFirst("&" + parameter + "=[^&]*", "") + "&" + parameter + "=" + value,
                "{\"%s\":\"%s\"}".formatted(parameter, INVALID));
    }

    @ParameterizedTest
    @CsvSource({
        "systemUserOrg, 1",
        "orgNo, 1",
        "supplierOrgNo, 1",
        "clientId, A%20B",
        "scopes, %22",
        "ttl, soon",
    })
    void whatIsWrongAboutASystemUserIsNamed(String parameter, String value) {
        refused(
                "GetSystemUserToken?env=x&systemUserId=a1b2c3d4-0000-4000-8000-000000000001&"
                        + (parameter + "=" + value),
                "{\"%s\":\"%s\"}".formatted(parameter, INVALID));
    }

    @Test
    void moreScopesThanFit() {
        refused(
                "GetEnterpriseToken?env=x&org=ttd&scopes=" + "a".repeat(501),
                "{\"scopes\":\"%s\"}".formatted(INVALID));
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        HttpResponse<String> answer =
                generator.ask("/api/GetPersonalToken?pid=1&ttl=x&shape=round&bulkCount=x");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Json.parse(answer.body()).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("env", "pid", "ttl", "shape", "bulkCount");
    }

    @Test
    void whatIsFaultyIsNotSaidAgain() {
        assertThat(generator.ask("/api/GetPersonalToken?shape=%3Cscript%3E&pid=%3Cb%3E").body())
                .doesNotContain("<");
    }

    private static void refused(String query, String body) {
        HttpResponse<String> answer = generator.ask("/api/" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/json");
        assertThat(answer.body()).isEqualTo(body);
    }
}
