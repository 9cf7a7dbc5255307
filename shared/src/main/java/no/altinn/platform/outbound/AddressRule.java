package no.altinn.platform.outbound;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses services of others may be called at: public ones only (IANA special-purpose
 * registries, RFC 6890), so that nothing that others write makes the platform call its own or its
 * hosts' services. Immutable.
 *
 * @param allowLoopback whether this machine's own addresses are allowed, as on a developer's
 *     machine
 */
public record AddressRule(boolean allowLoopback) {
    /**
     * What may be public at all. Of IPv6 it is what IANA gives out for global unicast (RFC 4291
     * §2.4). Elsewhere are forms that lead to an IPv4 address, and more may come.
     */
    private static final List<AddressBlock> GLOBAL = blocks("0.0.0.0/0", "2000::/3");

    private static final List<AddressBlock> NOT_PUBLIC =
            blocks(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    // Azure's own virtual public address: DNS, health and metadata.
                    "168.63.129.16/32",
                    // Protocol assignments, among them Teredo.
                    "2001::/23",
                    "2001:db8::/32",
                    // 6to4, which holds an IPv4 address.
                    "2002::/16",
                    "3fff::/20");

    private static List<AddressBlock> blocks(String... cidrs) {
        return Arrays.stream(cidrs).map(AddressBlock::parse).toList();
    }

    /**
     * Whether the address may be called. The JDK takes an IPv4-mapped address for the IPv4 address
     * that it holds. Every other IPv6 form of an IPv4 address is refused.
     */
    public boolean allows(InetAddress address) {
        return (allowLoopback && address.isLoopbackAddress())
                || (isIn(GLOBAL, address) && !isIn(NOT_PUBLIC, address));
    }

    private static boolean isIn(List<AddressBlock> blocks, InetAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }
}
