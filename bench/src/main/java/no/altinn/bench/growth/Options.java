package no.altinn.bench.growth;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringTokenizer;

/**
 * What is to be measured.
 *
 * @param events amounts of events, the smallest first
 * @param subscriptions amounts of subscriptions, the smallest first
 * @param turns how often each operation is measured at each amount
 * @param command starts the local platform, with the options of {@code run-local}
 */
record Options(List<Integer> events, List<Integer> subscriptions, int turns, Path command) {
    /**
     * Reads the amounts.
     *
     * @param texts events and subscriptions, with commas between the amounts, the turns, and the
     *     command
     * @throws IllegalArgumentException if one of them is no number
     */
    static Options read(String... texts) {
        return new Options(
                amounts(texts[0]),
                amounts(texts[1]),
                Integer.parseInt(texts[2]),
                Path.of(texts[3]));
    }

    private static List<Integer> amounts(String text) {
        List<Integer> amounts = new ArrayList<>();
        StringTokenizer parts = new StringTokenizer(text, ",");
        while (parts.hasMoreTokens()) {
            amounts.add(Integer.valueOf(parts.nextToken()));
        }
        Collections.sort(amounts);
        return List.copyOf(amounts);
    }

    /** The sizes with these amounts of events, and few subscriptions. */
    List<Size> byEvents() {
        return events.stream().map(amount -> new Size(amount, subscriptions.get(0))).toList();
    }

    /** The sizes with these amounts of subscriptions, and few events. */
    List<Size> bySubscriptions() {
        return subscriptions.stream().map(amount -> new Size(events.get(0), amount)).toList();
    }
}
