package no.altinn.platform.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A block of addresses in CIDR notation (RFC 4632).
 *
 * @param prefix the first address, 4 or 16 bytes
 * @param bits how many leading bits all its addresses share
 */
record AddressBlock(InetAddress prefix, int bits) {

    static AddressBlock parse(String cidr) {
        int slash = cidr.indexOf('/');
        try {
            return new AddressBlock(
                    InetAddress.getByName(cidr.substring(0, slash)),
                    Integer.parseInt(cidr.substring(slash + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("No address block: " + cidr, e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] mine = prefix.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
