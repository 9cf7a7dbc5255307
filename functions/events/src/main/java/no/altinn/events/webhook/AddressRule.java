package no.altinn.events.webhook;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses webhooks may be sent to: public ones only (IANA special-purpose registries, RFC
 * 6890), so that no subscription makes the platform call its own or its hosts' services. Immutable.
 *
 * @param allowLoopback whether this machine's own addresses are allowed, as on a developer's
 *     machine
 */
public record AddressRule(boolean allowLoopback) {
    private static final List<AddressBlock> NOT_PUBLIC =
            Stream.of(
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
                            "::/96",
                            "64:ff9b::/96",
                            "64:ff9b:1::/48",
                            "100::/64",
                            "2001::/23",
                            "2001:db8::/32",
                            "2002::/16",
                            "3fff::/20",
                            "5f00::/16",
                            "fc00::/7",
                            "fe80::/10",
                            "fec0::/10",
                            "ff00::/8")
                    .map(AddressBlock::parse)
                    .toList();

    /**
     * Whether a webhook may be sent to the address; an IPv4 address in IPv6 form counts as IPv4.
     */
    public boolean allows(InetAddress address) {
        return (allowLoopback && address.isLoopbackAddress())
                || NOT_PUBLIC.stream().noneMatch(block -> block.contains(address));
    }
}
