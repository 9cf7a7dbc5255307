package no.altinn.local.idporten;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Whatever is sent, the answer is one of the protocol's, and sends nobody anywhere else. */
class IdPortenGarbageTest {
    private static Path folder;
    private static Provider provider;

    @BeforeContainer
    static void start() throws IOException {
        folder = Files.createTempDirectory("idporten");
        provider = Provider.start(folder);
    }

    @AfterContainer
    static void stop() throws IOException {
        provider.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Provide
    static Arbitrary<String> names() {
        return Arbitraries.of(
                "client_id",
                "redirect_uri",
                "response_type",
                "response_mode",
                "scope",
                "state",
                "nonce",
                "code_challenge",
                "code_challenge_method",
                "acr_values",
                "ui_locales",
                "prompt",
                "request",
                "pid",
                "grant_type",
                "code",
                "code_verifier",
                "client_secret",
                "client_assertion",
                "client_assertion_type");
    }

    @Provide
    static Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(40),
                Arbitraries.of(
                        "openid", "code", "S256", "\r\nSet-Cookie: a=b", "<script>", "%", "a.b.c"));
    }

    private static Form garbled(Form form, List<String> names, List<String> values) {
        Form garbled = form;
        for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
            garbled = garbled.with(names.get(i), values.get(i));
        }
        return garbled;
    }

    @Property(tries = 200)
    void aLoginIsAPageOrTheWayBack(
            @ForAll @Size(max = 4) List<@From("names") String> names,
            @ForAll @Size(max = 4) List<@From("values") String> values) {
        Form request = garbled(Form.authorization().and("pid", Provider.PERSON_A), names, values);

        for (HttpResponse<String> answer :
                List.of(provider.open(request), provider.submit(request))) {
            assertThat(answer.statusCode()).isIn(200, 303, 400);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(answer.body()).doesNotContain("<script");
            if (answer.statusCode() == 303) {
                assertThat(Provider.location(answer)).startsWith("http://localhost:3000/callback?");
            }
        }
    }

    @Property(tries = 200)
    void anExchangeIsRefusedWithAnErrorOfTheProtocol(
            @ForAll @Size(max = 4) List<@From("names") String> names,
            @ForAll @Size(max = 4) List<@From("values") String> values) {
        HttpResponse<String> answer =
                provider.exchange(garbled(Form.exchange("unknown"), names, values));

        assertThat(answer.statusCode()).isIn(400, 401);
        assertThat(answer.body()).startsWith("{\"error\":\"");
    }

    @Property(tries = 200)
    void aBodyThatIsNothingIsRefused(@ForAll @StringLength(max = 100) String body) {
        for (String path : List.of("/idporten/authorize", "/idporten/token")) {
            assertThat(
                            provider.send("POST", path, "application/x-www-form-urlencoded", body)
                                    .statusCode())
                    .isEqualTo(400);
        }
    }
}
