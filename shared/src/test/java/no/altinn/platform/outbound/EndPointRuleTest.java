package no.altinn.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

class EndPointRuleTest {
    private final EndPointRule rule = new EndPointRule(new AddressRule(false));
    private final EndPointRule local = new EndPointRule(new AddressRule(true));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://93.184.216.34/hook?x=1",
                "HTTPS://93.184.216.34:8443/",
                "https://[2a00:1450:400f::1]/",
                "https://never.invalid/"
            })
    void httpsUrlsOnPublicOrUnknownHostsAreAllowed(String endPoint) {
        assertThat(rule.fault(URI.create(endPoint))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/hook",
                "hook.example/x",
                "https:/x",
                "https:93.184.216.34",
                "http://93.184.216.34/",
                "ftp://93.184.216.34/",
                "file:///etc/passwd",
                "https://user@93.184.216.34/",
                "https://user:secret@93.184.216.34/",
                "https://@93.184.216.34/",
                "https://under_score.example/"
            })
    void othersAreRefused(String endPoint) {
        assertThat(rule.fault(URI.create(endPoint))).isPresent();
    }

    @Test
    void theSchemeAndTheAddressAreToldApart() {
        assertThat(rule.fault(URI.create("http://93.184.216.34/")).orElseThrow())
                .contains("https", "scheme http is not allowed")
                .doesNotContain("address");
        assertThat(local.fault(URI.create("http://93.184.216.34/")).orElseThrow())
                .contains("http is allowed on this machine alone");
        assertThat(rule.fault(URI.create("https://10.1.2.3/")).orElseThrow())
                .contains("private, local or reserved address")
                .doesNotContain("http", "10.1.2.3");
        assertThat(rule.fault(URI.create("https://a:b@93.184.216.34/")).orElseThrow())
                .contains("user");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "10.1.2.3",
                "169.254.169.254",
                "168.63.129.16",
                "[::1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::ffff:0:7f00:1]",
                "[::ffff:0:169.254.169.254]",
                "[::7f00:1]",
                "[64:ff9b::7f00:1]",
                "[64:ff9b:1::7f00:1]",
                "[2001:0:7f00:1::]",
                "[2002:7f00:1::]",
                "[3fff::1]",
                "[4000::1]",
                "[fec0::1]",
                "[fd00::1]",
                "[fe80::1]",
                "[fe80::1%25lo]",
                "[2a00:1450:400f::1%251]",
                "[2a00:1450:400f::1%1]"
            })
    void hostsThatAreNotPublicAreRefused(String host) {
        assertThat(rule.fault(URI.create("https://" + host + "/"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "0x7f000001",
                "0x7f.0.0.1",
                "0177.0.0.1",
                "127.1",
                "127.0.1",
                "127.0.0.1.",
                "010.8.8.8",
                "8.8.8.08",
                "134744072"
            })
    void anAddressInAnyOtherFormThanDottedDecimalsIsRefused(String host) {
        assertThat(rule.fault(URI.create("https://" + host + "/"))).isPresent();
        assertThat(local.fault(URI.create("https://" + host + "/"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:5101/x",
                "http://[::1]/",
                "http://localhost/",
                "https://127.0.0.1/"
            })
    void loopbackIsAllowedWhereItIsAllowedEvenInTheClear(String endPoint) {
        assertThat(local.fault(URI.create(endPoint))).isEmpty();
        assertThat(rule.fault(URI.create(endPoint))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://93.184.216.34/", "http://never.invalid/", "https://10.0.0.1/"})
    void whereLoopbackIsAllowedNothingElseIsMore(String endPoint) {
        assertThat(local.fault(URI.create(endPoint))).isPresent();
    }
}
