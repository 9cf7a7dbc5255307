package no.altinn.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

final class SiteTest {
    private final Site altinn = Site.of(URI.create("https://platform.tt02.altinn.no"));
    private final Site local = Site.of(URI.create("http://localhost:5080/"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://platform.tt02.altinn.no",
                "https://platform.tt02.altinn.no:443",
                "HTTPS://Platform.TT02.Altinn.no",
                "https://ttd.apps.tt02.altinn.no"
            })
    void thePlatformAndItsAppsBelongTogether(String origin) {
        assertThat(altinn.includes(origin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://tt02.altinn.no.evil.example",
                "https://eviltt02.altinn.no",
                "https://platform.altinn.no",
                "http://platform.tt02.altinn.no",
                "https://platform.tt02.altinn.no:8443",
                "null",
                "",
                "https://",
                "//platform.tt02.altinn.no",
                "not a uri"
            })
    void everythingElseIsAnotherSite(String origin) {
        assertThat(altinn.includes(origin)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost", "http://localhost:1", "http://a.localhost:5080"})
    void aHostThatIsNoPlatformStandsAlone(String origin) {
        assertThat(local.includes(origin)).isFalse();
        assertThat(local.includes("http://localhost:5080")).isTrue();
    }
}
