package no.altinn.events.filter.cesql;

import java.util.Arrays;

/**
 * A pattern of {@code LIKE}: {@code %} for any characters, {@code _} for one, and {@code \} before
 * each of them for itself (§3.4.3).
 *
 * <p>A text is read once, from its start to its end, with a bit for each place of the pattern that
 * may have been reached: nothing is tried twice, whatever the pattern is. The bits' masks are made
 * for each text, since kept they could take a hundred times the pattern's own memory. Immutable.
 */
final class LikePattern {
    private static final int ANY_CHARACTER = -1;
    private static final int PLACES_A_WORD = 64;

    private static final int UNITS_A_MATCH = 300;
    private static final int UNITS_A_MASKED_CHARACTER = 4;
    private static final int UNITS_A_CHARACTER = 3;
    private static final int UNITS_A_WORD = 2;

    /** What stands for one character each, the places between which % may stand. */
    private final int[] characters;

    /** Whether {@code %} stands before the character of this number, or after the last. */
    private final boolean[] isGap;

    private LikePattern(int[] characters, boolean[] isGap) {
        this.characters = characters;
        this.isGap = isGap;
    }

    /** Reads a pattern; every text is one. */
    static LikePattern of(String pattern) {
        int[] characters = new int[pattern.length()];
        boolean[] isGap = new boolean[pattern.length() + 1];
        int count = 0;
        int i = 0;
        while (i < pattern.length()) {
            boolean isEscape = pattern.charAt(i) == '\\' && isWildcard(pattern, i + 1);
            i += isEscape ? 1 : 0;
            int character = pattern.codePointAt(i);
            i += Character.charCount(character);
            if (character == '%' && !isEscape) {
                isGap[count] = true;
            } else {
                characters[count++] = character == '_' && !isEscape ? ANY_CHARACTER : character;
            }
        }
        return new LikePattern(Arrays.copyOf(characters, count), Arrays.copyOf(isGap, count + 1));
    }

    private static boolean isWildcard(String pattern, int i) {
        return i < pattern.length() && (pattern.charAt(i) == '%' || pattern.charAt(i) == '_');
    }

    /** How many units of work it takes to match a text. */
    long work(String text) {
        long masks = (long) UNITS_A_MASKED_CHARACTER * characters.length * words();
        long aCharacter = UNITS_A_CHARACTER + (long) UNITS_A_WORD * words();
        return masks + aCharacter * text.length() + UNITS_A_MATCH;
    }

    private int words() {
        return characters.length / PLACES_A_WORD + 1;
    }

    /** Whether the whole text is as the pattern says. */
    boolean matches(String text) {
        Masks masks = new Masks(characters, isGap, words());
        long[] reached = new long[words()];
        reached[0] = 1;
        int i = 0;
        while (i < text.length()) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            if (!masks.advance(reached, character)) {
                return false;
            }
        }
        int end = characters.length;
        return (reached[end / PLACES_A_WORD] & bit(end)) != 0;
    }

    private static long bit(int place) {
        return 1L << (place % PLACES_A_WORD);
    }

    /** For each character of the pattern the places that it leads on from. */
    private static final class Masks {
        private static final int ASCII = 128;

        private final int[] distinct;
        private final short[] indexOfAscii = new short[ASCII];
        private final long[][] leading;
        private final long[] gaps;

        Masks(int[] characters, boolean[] isGap, int words) {
            distinct = Arrays.stream(characters).filter(c -> c >= 0).sorted().distinct().toArray();
            // The last one is for all characters that the pattern does not name.
            Arrays.fill(indexOfAscii, (short) distinct.length);
            for (short i = 0; i < distinct.length && distinct[i] < ASCII; i++) {
                indexOfAscii[distinct[i]] = i;
            }
            leading = new long[distinct.length + 1][words];
            gaps = new long[words];
            long[] any = new long[words];
            for (int place = 0; place < characters.length; place++) {
                boolean isAny = characters[place] == ANY_CHARACTER;
                set(isAny ? any : leading[indexOf(characters[place])], place);
            }
            for (long[] mask : leading) {
                for (int word = 0; word < words; word++) {
                    mask[word] |= any[word];
                }
            }
            for (int place = 0; place < isGap.length; place++) {
                if (isGap[place]) {
                    set(gaps, place);
                }
            }
        }

        private static void set(long[] mask, int place) {
            mask[place / PLACES_A_WORD] |= bit(place);
        }

        private int indexOf(int character) {
            if (character < ASCII) {
                return indexOfAscii[character];
            }
            int index = Arrays.binarySearch(distinct, character);
            return index < 0 ? distinct.length : index;
        }

        /** Reads one character. Returns whether any place is reached. */
        boolean advance(long[] reached, int character) {
            long[] mask = leading[indexOf(character)];
            long carry = 0;
            long any = 0;
            for (int word = 0; word < reached.length; word++) {
                long leaving = reached[word] & mask[word];
                reached[word] = (reached[word] & gaps[word]) | (leaving << 1) | carry;
                carry = leaving >>> (PLACES_A_WORD - 1);
                any |= reached[word];
            }
            return any != 0;
        }
    }
}
