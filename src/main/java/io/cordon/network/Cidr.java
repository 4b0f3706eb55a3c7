package io.cordon.network;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A block of IPv4 addresses, such as {@code 10.0.0.0/16}.
 *
 * @param network the first address as an unsigned number
 * @param prefix how many leading bits all addresses share, 0 to 32
 */
public record Cidr(long network, int prefix) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
    private static final List<Cidr> PRIVATE =
            List.of(parse("10.0.0.0/8"), parse("172.16.0.0/12"), parse("192.168.0.0/16"));

    /** Checks that the block exists and starts at its first address. */
    public Cidr {
        if (prefix < 0 || prefix > 32 || network < 0 || network > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException(
                    dotted(network) + "/" + prefix + " is no IPv4 block; write it as 10.0.0.0/16");
        }
        long first = network & mask(prefix);
        if (first != network) {
            throw new IllegalArgumentException(dotted(network) + "/" + prefix
                    + " has host bits set; the block starts at " + dotted(first) + "/" + prefix);
        }
    }

    /**
     * Reads a block.
     *
     * @param text four octets and a prefix, such as {@code 10.0.0.0/16}
     * @throws IllegalArgumentException saying what is wrong and what to write instead
     */
    public static Cidr parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException(text + " is no IPv4 block; write it as 10.0.0.0/16");
        }
        long network = 0;
        for (int octet = 1; octet <= 4; octet++) {
            int value = Integer.parseInt(match.group(octet));
            if (value > 255) {
                throw new IllegalArgumentException(text + " has an octet above 255; write it as 10.0.0.0/16");
            }
            network = network << 8 | value;
        }
        return new Cidr(network, Integer.parseInt(match.group(5)));
    }

    /** Returns whether every address of {@code other} is in this block. */
    public boolean contains(Cidr other) {
        return other.prefix >= prefix && (other.network & mask(prefix)) == network;
    }

    /** Returns whether the two blocks share an address. */
    public boolean overlaps(Cidr other) {
        return contains(other) || other.contains(this);
    }

    /** Returns whether no address is routable on the internet (RFC 1918). */
    public boolean isPrivate() {
        return PRIVATE.stream().anyMatch(block -> block.contains(this));
    }

    /**
     * Returns one of the equal parts that this block falls into.
     *
     * @param bits how many bits longer the prefix of a part is; 3 makes eight parts
     * @param index which part, from 0
     * @throws IllegalArgumentException if there is no such part
     */
    public Cidr part(int bits, int index) {
        if (bits < 0 || prefix + bits > 32 || index < 0 || index >= 1L << bits) {
            throw new IllegalArgumentException(this + " has no part " + index + " of " + (1L << bits));
        }
        return new Cidr(network + ((long) index << (32 - prefix - bits)), prefix + bits);
    }

    @Override
    public String toString() {
        return dotted(network) + "/" + prefix;
    }

    private static long mask(int prefix) {
        return 0xFFFF_FFFFL << (32 - prefix) & 0xFFFF_FFFFL;
    }

    private static String dotted(long address) {
        return (address >> 24 & 255) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }
}
