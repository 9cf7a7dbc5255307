package no.altinn.acceptance.infrastructure.bicep;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of IPv4 that have their first bits in common.
 *
 * @param first the first of them, as a number of 32 bits
 * @param bits how many bits they have in common, 0 to 32
 */
public record AddressRange(long first, int bits) {
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

    /**
     * Reads a range, for example {@code 10.40.0.0/16}.
     *
     * @throws IllegalArgumentException if it is none, or if it does not begin where it says
     */
    public static AddressRange of(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a range of addresses: " + text);
        }
        long first = 0;
        for (int i = 1; i <= 4; i++) {
            int part = Integer.parseInt(parts.group(i));
            if (part > 255) {
                throw new IllegalArgumentException("Not an address: " + text);
            }
            first = first * 256 + part;
        }
        int bits = Integer.parseInt(parts.group(5));
        if (bits > 32 || first % (1L << (32 - bits)) != 0) {
            throw new IllegalArgumentException(
                    "A range of addresses that does not begin where it says: " + text);
        }
        return new AddressRange(first, bits);
    }

    /** How many addresses it has. */
    public long size() {
        return 1L << (32 - bits);
    }

    /** Whether all addresses of another one are in it. */
    public boolean contains(AddressRange other) {
        return first <= other.first && other.first + other.size() <= first + size();
    }

    /** Whether an address is in both. */
    public boolean overlaps(AddressRange other) {
        return contains(other) || other.contains(this);
    }

    /** A part of the range, which is divided into parts of a size, counted from 0. */
    AddressRange part(int partBits, int number) {
        return new AddressRange(first + number * (1L << (32 - partBits)), partBits);
    }

    @Override
    public String toString() {
        return "%d.%d.%d.%d/%d"
                .formatted(first >> 24, (first >> 16) & 255, (first >> 8) & 255, first & 255, bits);
    }
}
