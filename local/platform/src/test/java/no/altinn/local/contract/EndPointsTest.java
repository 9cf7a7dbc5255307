package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

/** Which addresses a subscription may name, on a developer's machine. */
@ExtendWith(RunningPlatform.class)
final class EndPointsTest {
    private final Platform platform;

    EndPointsTest(Platform platform) {
        this.platform = platform;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://receiver.invalid/in",
                "https://receiver.invalid:8443/in?a=b#c",
                "http://localhost:9/in",
                "http://127.0.0.1:9/in",
                "http://[::1]:9/in",
                "https://localhost:9/in",
                "https://127.255.255.254/in"
            })
    void publicAddressesAndThisMachinesOwnAreTaken(String endPoint) {
        assertThat(subscribe(endPoint).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://8.8.8.8/in",
                "https://10.0.0.1/in",
                "https://172.16.0.1/in",
                "https://172.31.255.255/in",
                "https://192.168.1.1/in",
                "https://100.64.0.1/in",
                "https://169.254.169.254/latest/meta-data/",
                "https://168.63.129.16/machine",
                "https://192.0.0.192/",
                "https://192.0.2.1/",
                "https://198.18.0.1/",
                "https://198.51.100.1/",
                "https://203.0.113.1/",
                "https://0.0.0.0/",
                "https://0.1.2.3/",
                "https://224.0.0.1/",
                "https://240.0.0.1/",
                "https://255.255.255.255/",
                "https://[::]/",
                "https://[fe80::1]/",
                "https://[fd00::1]/",
                "https://[fc00::1]/",
                "https://[ff02::1]/",
                "https://[2001:db8::1]/",
                "https://[2002:7f00:1::]/",
                "https://[64:ff9b::a9fe:a9fe]/",
                "https://[100::1]/",
                "https://[5f00::1]/",
                "https://[::ffff:169.254.169.254]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[::ffff:a9fe:a9fe]/",
                "https://[fe80::1%25lo]/",
                "https://[2a00:1450:400f::1%251]/",
                "https://[::ffff:0:7f00:1]/",
                "https://[::ffff:0:169.254.169.254]/",
                "https://[::7f00:1]/",
                "https://[64:ff9b:1::7f00:1]/",
                "https://[2001:0:7f00:1::]/",
                "https://[3fff::1]/",
                "https://[4000::1]/",
                "https://[fec0::1]/"
            })
    void addressesThatAreNotPublicAreRefused(String endPoint) {
        refused(endPoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://2852039166/",
                "https://0xa9fea9fe/",
                "https://0xa9.0xfe.0xa9.0xfe/",
                "https://0251.0376.0251.0376/",
                "https://025177524776/",
                "https://169.254.43518/",
                "https://169.16689662/",
                "https://169.254.169.254./",
                "https://10.1/",
                "https://0/",
                "https://012.0.0.1/",
                "https://%31%36%39.254.169.254/",
                "https://１６９.254.169.254/",
                "https://169。254。169。254/"
            })
    void otherSpellingsOfSuchAddressesAreRefused(String endPoint) {
        refused(endPoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user@altinn.no/in",
                "https://user:word@altinn.no/in",
                "https://@altinn.no/in",
                "https://altinn.no@localhost/in",
                "https://[::ffff:0:7f00.1]/in",
                "https://[::ffff:127.1]/in",
                "https:///in",
                "https:altinn.no/in",
                "https://",
                "//altinn.no/in",
                "https://altinn.no:99999/in",
                "https://altinn.no:0x50/in",
                "https://alt inn.no/in",
                "https://altinn.no/\u0000",
                "https://altinn.no/\r\nHost: x",
                "https://altinn_no/in|",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "gopher://localhost:70/"
            })
    void whatIsNoPlainHttpsAddressIsRefused(String endPoint) {
        refused(endPoint);
    }

    private void refused(String endPoint) {
        Reply reply = subscribe(endPoint);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.told()).isEqualTo("Missing or invalid endpoint to push events towards");
    }

    private Reply subscribe(String endPoint) {
        return new Subscriber(platform, platform.tokens().ttd())
                .subscribe(endPoint, Map.of("resourceFilter", Platform.resource()));
    }
}
