package no.altinn.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

class LoopbackTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8081/",
                "https://LOCALHOST",
                "http://127.0.0.1:10001/devstoreaccount1",
                "http://[::1]:8081/"
            })
    void aMachineKnowsItself(String address) {
        assertThat(Loopback.isHostOf(URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://account.documents.azure.com/",
                "http://localhost.evil.example/",
                "http://localhost@evil.example/",
                "http://127.0.0.1.evil.example/",
                "http://0.0.0.0/",
                "http://10.0.0.1/",
                "http://host.docker.internal:8081/",
                "mailto:localhost",
                "/localhost",
                ""
            })
    void whatIsNotItselfIsSomeoneElse(String address) {
        assertThat(Loopback.isHostOf(URI.create(address))).isFalse();
    }
}
