package no.altinn.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.UnknownHostException;

class AddressRuleTest {
    /** The first and last address of each block, and its neighbours unless they are in another. */
    @ParameterizedTest
    @CsvSource({
        "-, 0.0.0.0, 0.255.255.255, 1.0.0.0",
        "9.255.255.255, 10.0.0.0, 10.255.255.255, 11.0.0.0",
        "100.63.255.255, 100.64.0.0, 100.127.255.255, 100.128.0.0",
        "126.255.255.255, 127.0.0.0, 127.255.255.255, 128.0.0.0",
        "169.253.255.255, 169.254.0.0, 169.254.255.255, 169.255.0.0",
        "172.15.255.255, 172.16.0.0, 172.31.255.255, 172.32.0.0",
        "191.255.255.255, 192.0.0.0, 192.0.0.255, 192.0.1.0",
        "192.0.1.255, 192.0.2.0, 192.0.2.255, 192.0.3.0",
        "192.167.255.255, 192.168.0.0, 192.168.255.255, 192.169.0.0",
        "198.17.255.255, 198.18.0.0, 198.19.255.255, 198.20.0.0",
        "198.51.99.255, 198.51.100.0, 198.51.100.255, 198.51.101.0",
        "203.0.112.255, 203.0.113.0, 203.0.113.255, 203.0.114.0",
        "223.255.255.255, 224.0.0.0, 239.255.255.255, -",
        "-, 240.0.0.0, 255.255.255.255, -",
        "168.63.129.15, 168.63.129.16, 168.63.129.16, 168.63.129.17",
        "-, ::, 1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 2000::",
        "2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 2001::, 2001:1ff:ffff::ffff, 2001:200::",
        "2001:db7:ffff::, 2001:db8::, 2001:db8:ffff::ffff, 2001:db9::",
        "2001:ffff::, 2002::, 2002:ffff::ffff, 2003::",
        "3ffe:ffff::, 3fff::, 3fff:fff:ffff::ffff, 3fff:1000::",
        "3fff:ffff::, 4000::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, -"
    })
    void aBlockIsRefusedFromItsFirstToItsLastAddressAndNoFurther(
            String before, String first, String last, String after) {
        assertThat(allows(first)).isFalse();
        assertThat(allows(last)).isFalse();
        assertThat("-".equals(before) || allows(before)).isTrue();
        assertThat("-".equals(after) || allows(after)).isTrue();
    }

    /** Every IPv6 form of an IPv4 address, with a forbidden and a public one in it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:a9fe:a9fe",
                // IPv4-compatible (RFC 4291 §2.5.5.1)
                "::10.0.0.1",
                "::7f00:1",
                "::8.8.8.8",
                // IPv4-translated (RFC 2765 §2.1)
                "::ffff:0:7f00:1",
                "::ffff:0:127.0.0.1",
                "::ffff:0:8.8.8.8",
                // NAT64 (RFC 6052 §2.1, RFC 8215)
                "64:ff9b::7f00:1",
                "64:ff9b::8.8.8.8",
                "64:ff9b:1::7f00:1",
                "64:ff9b:1:ffff::8.8.8.8",
                // 6to4 (RFC 3056) and Teredo (RFC 4380)
                "2002:7f00:1::",
                "2002:808:808::",
                "2001:0:7f00:1::",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                // ISATAP (RFC 5214) on a link
                "fe80::5efe:7f00:1"
            })
    void anIpv4AddressInIpv6FormIsRefused(String address) {
        assertThat(allows(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::",
                "::1",
                "100::1",
                "100:0:0:1::1",
                "5f00::1",
                "fc00::1",
                "fd00::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001:2::1",
                "2001:10::1",
                "2001:20::1"
            })
    void otherSpecialIpv6AddressesAreRefused(String address) {
        assertThat(allows(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "8.8.8.8", "::ffff:8.8.8.8", "2a00:1450:400f::1"})
    void publicAddressesAreAllowed(String address) {
        assertThat(allows(address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "127.1.2.3, true",
        "::1, true",
        "10.0.0.1, false",
        "169.254.169.254, false",
        "0.0.0.0, false",
        "::, false"
    })
    void loopbackAloneIsAllowedWhereItIsAllowed(String address, boolean expected) {
        assertThat(allows(new AddressRule(true), address)).isEqualTo(expected);
    }

    @Test
    void aBlockIsWrittenInCidrNotation() {
        assertThatIllegalArgumentException().isThrownBy(() -> AddressBlock.parse("1.2.3.4/x"));
    }

    private static boolean allows(String address) {
        return allows(new AddressRule(false), address);
    }

    private static boolean allows(AddressRule rule, String address) {
        try {
            return rule.allows(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }
}
