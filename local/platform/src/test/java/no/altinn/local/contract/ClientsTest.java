package no.altinn.local.contract;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The unchanged clients of Altinn 2's REST API (rest-api.md §1). Methods, paths, headers and bodies
 * are those of their public sources; keys, users, numbers and ids are of this platform's test data:
 * navikt/altinn-rettigheter-proxy, navikt/altinn-rettigheter-proxy-klient (without the prefix of
 * the gateway that it goes through), navikt/arbeidsgiver-altinn-tilganger, navikt/amt-altinn-acl,
 * Informasjonsforvaltning/user-api as Informasjonsforvaltning/fdk-nginx-altinn-proxy sends it on,
 * Altinn/AltinnApp, Altinn/ec-client-dotnet, SystemaAS/altinn-proxy and Altinn/postman-examples.
 */
final class ClientsTest {
    private static Platform platform;
    private static RestDocumentation documents;

    @BeforeAll
    static void start() {
        platform = Platform.start();
        documents = RestDocumentation.of(platform);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "altinn-rettigheter-proxy",
                "altinn-rettigheter-proxy-klient",
                "arbeidsgiver-altinn-tilganger",
                "amt-altinn-acl",
                "fdk-user-api",
                "altinn-app",
                "ec-client-dotnet",
                "altinn-proxy",
                "postman-examples"
            })
    void aClientIsAnsweredAsItExpects(String client) {
        Replay replay = new Replay(platform);
        SoftAssertions all = new SoftAssertions();
        for (RecordedRequest row : RecordedRequest.of(client)) {
            all.check(() -> answers(replay, row));
        }
        all.assertAll();
    }

    private static void answers(Replay replay, RecordedRequest row) {
        RawAnswer answer = replay.send(row);
        SoftAssertions one = new SoftAssertions();
        String name = row.client() + "/" + row.file();
        one.assertThat(answer.status()).as("%s: %s", name, answer).isEqualTo(row.answer());
        one.assertThat(answer.body()).as(name).contains(replay.filled(row.contains()));
        if (!row.lacks().isEmpty()) {
            one.assertThat(answer.body()).as(name).doesNotContain(row.lacks());
        }
        one.check(() -> isDocumented(row, answer));
        one.assertAll();
    }

    /** Other methods and addresses that are gone are in no document. */
    private static void isDocumented(RecordedRequest row, RawAnswer answer) {
        String[] line = row.request().split("[ ?]", 3);
        documents
                .find(line[0], line[1])
                .ifPresent(
                        operation ->
                                RestDocumentation.hold(
                                        operation,
                                        answer.statusCode(),
                                        answer.headers(),
                                        answer.body()));
    }
}
