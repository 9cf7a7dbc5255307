package no.altinn.bench.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints the figures of two builds side by side: for each its median and its lowest and highest
 * turn, and the ratio of the medians with those of the turns, which were taken in pairs.
 *
 * <pre>
 * java … Ratios FILE BEFORE AFTER
 * </pre>
 */
public final class Ratios {
    private Ratios() {}

    /** Reads the lines that {@link Figures} wrote and prints a table in Markdown. */
    public static void main(String[] a) throws IOException {
        Map<String, Map<String, List<Double>>> figures = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of(a[0]))) {
            String[] fields = line.split("\t", -1);
            figures.computeIfAbsent(fields[2], any -> new LinkedHashMap<>())
                    .computeIfAbsent(fields[0], any -> new ArrayList<>())
                    .add(Double.valueOf(fields[3]));
        }
        System.out.printf("| what | %s | %s | ratio |%n|---|---|---|---|%n", a[1], a[2]);
        figures.forEach(
                (figure, sides) -> {
                    List<Double> before = sides.getOrDefault(a[1], List.of());
                    List<Double> after = sides.getOrDefault(a[2], List.of());
                    System.out.printf(
                            "| %s | %s | %s | %s |%n",
                            figure, spread(before), spread(after), ratio(before, after));
                });
    }

    private static String ratio(List<Double> before, List<Double> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return "";
        }
        List<Double> turns = new ArrayList<>();
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            turns.add(after.get(i) / before.get(i));
        }
        return text(median(after) / median(before)) + range(turns);
    }

    private static String spread(List<Double> values) {
        return values.isEmpty() ? "" : text(median(values)) + range(values);
    }

    private static String range(List<Double> values) {
        return " (%s to %s)"
                .formatted(text(Collections.min(values)), text(Collections.max(values)));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Three digits that count. */
    private static String text(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
