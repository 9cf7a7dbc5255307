package no.altinn.bench.growth;

import no.altinn.simulation.outside.Callers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the processor time of each operation at several sizes, in turns, and prints how it
 * grows.
 *
 * <pre>
 * java … Main FOLDER EVENTS,… SUBSCRIPTIONS,… TURNS
 * </pre>
 */
public final class Main {
    private static final int WARM_TURNS = 15;

    private final Path folder;
    private final Options options;
    private final Callers callers = new Callers();
    private final Map<Size, House> houses = new LinkedHashMap<>();
    private final Table table = new Table(System.out);

    private Main(Path folder, Options options) {
        this.folder = folder;
        this.options = options;
    }

    /** Measures. */
    public static void main(String[] a) throws Exception {
        new Main(Path.of(a[0]), Options.read(a[1], a[2], a[3])).run();
    }

    private void run() throws Exception {
        // Apart from those that are measured, since warming up adds to what is stored.
        try (House warm = house(new Size(Stored.LEAST_EVENTS, Stored.IN_USE), "warm")) {
            for (Operation operation : Operations.of(warm, callers)) {
                for (int turn = 0; turn < WARM_TURNS; turn++) {
                    operation.turn();
                }
            }
        }
        try {
            measure("events", options.events(), options.byEvents());
            measure("subscriptions", options.subscriptions(), options.bySubscriptions());
        } finally {
            houses.values().forEach(House::close);
        }
    }

    private House house(Size size, String name) throws Exception {
        System.err.printf(
                "filling the stores with %d events and %d subscriptions%n",
                size.events(), size.subscriptions());
        return House.filled(Files.createDirectories(folder.resolve(name)), size);
    }

    private void measure(String of, List<Integer> amounts, List<Size> sizes) throws Exception {
        for (Size size : sizes) {
            if (!houses.containsKey(size)) {
                houses.put(size, house(size, size.events() + "-" + size.subscriptions()));
            }
        }
        List<List<Operation>> all =
                sizes.stream().map(size -> Operations.of(houses.get(size), callers)).toList();
        table.begin(of, amounts);
        for (int row = 0; row < all.get(0).size(); row++) {
            int place = row;
            List<Operation> each = all.stream().map(operations -> operations.get(place)).toList();
            table.row(each.get(0).name(), medians(each));
        }
    }

    /**
     * Each size goes first as often as the others; the first turn fills caches, and is left out.
     */
    private double[] medians(List<Operation> each) {
        int count = each.size();
        double[][] micros = new double[count][options.turns()];
        each.forEach(Operation::turn);
        for (int turn = 0; turn < options.turns(); turn++) {
            for (int i = 0; i < count; i++) {
                int size = (turn + i) % count;
                micros[size][turn] = each.get(size).turn();
            }
        }
        return Arrays.stream(micros).mapToDouble(Main::median).toArray();
    }

    private static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
