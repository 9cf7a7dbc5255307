package no.altinn.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.outbound.OutboundFailure.Kind;

import okhttp3.Dns;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The same endpoints at both places: where a subscription names one, and where a connection is
 * made. None of the names is looked up outside: what a name leads to is told by the test.
 */
class EndPointSamplesTest {
    private static final AddressRule PUBLIC = new AddressRule(false);

    private final EndPointRule rule = new EndPointRule(PUBLIC);

    /** Each name leads to this machine, as it may once a subscription has been made. */
    private static OutboundHttp leadingTo(String address) {
        Dns dns =
                host -> {
                    try {
                        return List.of(InetAddress.getByName(address));
                    } catch (UnknownHostException e) {
                        throw new IllegalArgumentException(e);
                    }
                };
        return new OutboundHttp(
                PUBLIC,
                new OutboundLimits(Duration.ofSeconds(1), Duration.ofSeconds(2), 100, 2, 2),
                dns,
                UnaryOperator.identity());
    }

    private static void assertNotConnected(OutboundHttp http, String endPoint) {
        assertThatExceptionOfType(OutboundFailure.class)
                .isThrownBy(() -> http.get(URI.create(endPoint), "*/*"))
                .extracting(OutboundFailure::kind)
                .isEqualTo(Kind.NOT_ALLOWED);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    this host | https://0.0.0.0/
                    this host, short | https://0/
                    loopback | https://127.0.0.1/
                    loopback, another | https://127.255.255.254/
                    loopback, two parts | https://127.1/
                    loopback, three parts | https://127.0.1/
                    loopback, one number | https://2130706433/
                    loopback, hexadecimal | https://0x7f.0.0.1/
                    loopback, hexadecimal in one number | https://0x7f000001/
                    loopback, hexadecimal in upper case | https://0X7F000001/
                    loopback, mixed | https://0x7f.1/
                    loopback, zeros before | https://127.000.000.001/
                    loopback with a port | https://127.0.0.1:443/
                    loopback by name | https://localhost/
                    loopback by name, upper case | https://LOCALHOST/
                    private 10 | https://10.0.0.1/
                    private 172.16 | https://172.16.0.1/
                    private 192.168 | https://192.168.0.1/
                    private, one number | https://167772161/
                    link-local | https://169.254.1.1/
                    metadata | https://169.254.169.254/
                    metadata, one number | https://2852039166/
                    metadata, hexadecimal | https://0xa9fea9fe/
                    the host's wire | https://168.63.129.16/
                    shared | https://100.64.0.1/
                    benchmarking | https://198.18.0.1/
                    documentation | https://203.0.113.1/
                    multicast | https://224.0.0.1/
                    broadcast | https://255.255.255.255/
                    IPv6 unspecified | https://[::]/
                    IPv6 loopback | https://[::1]/
                    IPv6 loopback in full | https://[0000:0000:0000:0000:0000:0000:0000:0001]/
                    IPv6 mapped loopback | https://[::ffff:127.0.0.1]/
                    IPv6 mapped loopback in hexadecimals | https://[::ffff:7f00:1]/
                    IPv6 mapped metadata | https://[::FFFF:A9FE:A9FE]/
                    IPv6 mapped in full | https://[0:0:0:0:0:ffff:a00:1]/
                    IPv6 compatible | https://[::10.0.0.1]/
                    IPv6 translated | https://[::ffff:0:10.0.0.1]/
                    IPv6 by NAT64 | https://[64:ff9b::10.0.0.1]/
                    IPv6 by local NAT64 | https://[64:ff9b:1::a00:1]/
                    IPv6 by 6to4 | https://[2002:a00:1::]/
                    IPv6 by Teredo | https://[2001::a00:1]/
                    IPv6 local | https://[fd00::1]/
                    IPv6 link-local | https://[fe80::1]/
                    IPv6 site-local | https://[fec0::1]/
                    IPv6 multicast | https://[ff02::1]/
                    IPv6 documentation | https://[2001:db8::1]/
                    IPv6 of the metadata | https://[fd00:ec2::254]/
                    """)
    void neitherNamedNorConnectedTo(String name, String endPoint) {
        assertThat(rule.fault(URI.create(endPoint))).isPresent();
        assertNotConnected(leadingTo("127.0.0.1"), endPoint);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a name | https://hook.invalid/a
                    a name with a port | https://hook.invalid:8443/a
                    a name with a trailing dot | https://hook.invalid./a
                    a name in upper case | https://HOOK.INVALID/a
                    loopback by name, trailing dot | https://localhost./
                    a name of another script | https://xn--bl-yia.invalid/
                    a name that begins with digits | https://127.0.0.1.invalid/
                    a name that looks hexadecimal | https://0x7f.invalid/
                    a name with hyphens | https://10-0-0-1.invalid/
                    """)
    void namedAndYetNotConnectedToWhereItLeads(String name, String endPoint) {
        assertThat(rule.fault(URI.create(endPoint))).isEmpty();
        for (String inside :
                List.of("127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00::1")) {
            assertNotConnected(leadingTo(inside), endPoint);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    an address | https://93.184.216.34/
                    an address with a port | https://93.184.216.34:1/
                    the highest port | https://93.184.216.34:65535/
                    no path | https://93.184.216.34
                    a query of addresses | https://93.184.216.34/?u=http://127.0.0.1/
                    a fragment | https://93.184.216.34/#@127.0.0.1
                    a path with dots | https://93.184.216.34/a/../../b
                    an at sign in the path | https://93.184.216.34/@127.0.0.1/
                    IPv6 | https://[2a00:1450:400f::1]/
                    IPv6 in full | https://[2a00:1450:400f:0000:0000:0000:0000:0001]/
                    IPv6 with IPv4 at its end | https://[2a00:1450:400f::127.0.0.1]/
                    IPv4 mapped | https://[::ffff:93.184.216.34]/
                    """)
    void namedAtAPublicAddress(String name, String endPoint) {
        assertThat(rule.fault(URI.create(endPoint))).isEmpty();
    }

    /** Octal forms among them, of which the JDK makes other addresses, public ones. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a user | https://a@93.184.216.34/
                    a user and a password | https://a:b@93.184.216.34/
                    a host as the user | https://93.184.216.34@127.0.0.1/
                    an escaped host as the user | https://hook.invalid%2F@127.0.0.1/
                    nobody | https://@93.184.216.34/
                    no host | https:///a
                    no authority | https:/a
                    no scheme | //93.184.216.34/
                    in the clear | http://93.184.216.34/
                    another scheme | ws://93.184.216.34/
                    a scheme of two | https+unix://93.184.216.34/
                    a file | file:///etc/hostname
                    text within | data:text/plain,a
                    an archive | jar:https://93.184.216.34/a.jar!/b
                    the port 65536 | https://93.184.216.34:65536/
                    loopback, one number with a dot | https://2130706433./
                    loopback, octal | https://0177.0.0.1/
                    loopback, octal in one number | https://017700000001/
                    loopback, trailing dot | https://127.0.0.1./
                    metadata, octal | https://0251.0376.0251.0376/
                    five parts | https://93.184.216.34.1/
                    a part of 256 | https://256.184.216.34/
                    a part of nothing | https://93..216.34/
                    octal | https://0135.184.216.34/
                    hexadecimal | https://0x5db8d822/
                    one number | https://1572395042/
                    one number beyond 32 bits | https://4294967296/
                    an IPv6 zone | https://[2a00:1450:400f::1%251]/
                    an IPv6 zone without its escape | https://[2a00:1450:400f::1%1]/
                    an escaped host | https://%31%32%37.0.0.1/
                    a name with an underscore | https://a_b.invalid/
                    """)
    void notNamed(String name, String endPoint) {
        assertThat(rule.fault(URI.create(endPoint))).isPresent();
    }

    /** They never come to the rule: what names an endpoint must be a URI. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://93.184.216.34\\@127.0.0.1/",
                "https://93.184.216.34 /",
                "https://93.184.216.34/\u0000",
                "https://93.184.216.34/\r\nHost: a",
                "https://[2a00:1450:400f::1/",
                "https://[2a00::1450::1]/",
                "https://[::ffff:1.2.3]/",
                "https://[v1.a]:x/",
                "https://93.184.216.34/%zz",
                "https://93.184.216.34/<a>",
                "https://93.184.216.34/|",
                "ht tps://93.184.216.34/"
            })
    void noUri(String endPoint) {
        assertThatExceptionOfType(URISyntaxException.class).isThrownBy(() -> new URI(endPoint));
    }
}
