package no.altinn.bench.growth;

import no.altinn.bench.delivery.Platform;
import no.altinn.simulation.outside.Callers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the processor time of each operation at several sizes, in turns, and prints how it
 * grows.
 *
 * <pre>
 * java … Main FOLDER EVENTS,… SUBSCRIPTIONS,… TURNS COMMAND
 * </pre>
 */
public final class Main {
    private static final int WARM_TURNS = 15;
    private static final int STARTS = 3;

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
        Platform.endAllWithThisProcess();
        new Main(Path.of(a[0]), Options.read(a[1], a[2], a[3], a[4])).run();
    }

    private void run() throws Exception {
        // Apart from those that are measured, since warming up adds to what is stored.
        try (House warm = house(new Size(Stored.LEAST_EVENTS, Stored.IN_USE), "warm")) {
            inProcess(warm).warmUp(WARM_TURNS);
        }
        try {
            measure("events", options.events(), inProcess(options.byEvents()));
            measure("subscriptions", options.subscriptions(), inProcess(options.bySubscriptions()));
        } finally {
            houses.values().forEach(House::close);
        }
        overHttp("events", options.events(), options.byEvents());
        overHttp("subscriptions", options.subscriptions(), options.bySubscriptions());
    }

    private House house(Size size, String name) throws Exception {
        System.err.printf(
                "filling the stores with %d events and %d subscriptions%n",
                size.events(), size.subscriptions());
        return House.filled(Files.createDirectories(folder.resolve(name)), size);
    }

    private static String name(Size size) {
        return size.events() + "-" + size.subscriptions();
    }

    private List<Measured> inProcess(List<Size> sizes) throws Exception {
        List<Measured> all = new ArrayList<>();
        for (Size size : sizes) {
            if (!houses.containsKey(size)) {
                houses.put(size, house(size, name(size)));
            }
            all.add(inProcess(houses.get(size)));
        }
        return all;
    }

    private Measured inProcess(House house) {
        return new Measured(Operations.of(house, callers), CpuTime::now);
    }

    /** The first start makes keys and the like, and relays what is stored; it is not measured. */
    private void overHttp(String of, List<Integer> amounts, List<Size> sizes) throws Exception {
        Deque<Running> running = new ArrayDeque<>();
        double[] starts = new double[sizes.size()];
        try {
            for (int i = 0; i < starts.length; i++) {
                Path data = folder.resolve(name(sizes.get(i)));
                Running.over(options.command(), data, sizes.get(i)).close();
                double[] each = new double[STARTS];
                for (int start = 0; start < STARTS; start++) {
                    each[start] = Running.start(options.command(), data);
                }
                starts[i] = median(each);
                running.add(Running.over(options.command(), data, sizes.get(i)));
            }
            List<Measured> all = running.stream().map(Running::measured).toList();
            all.forEach(one -> one.warmUp(WARM_TURNS));
            measure(of, amounts, all);
            table.row("start of the platform, to ready, in ms", starts);
        } finally {
            while (!running.isEmpty()) {
                running.pop().close();
            }
        }
    }

    private void measure(String of, List<Integer> amounts, List<Measured> all) {
        table.begin(of, amounts);
        List<Operation> operations = all.get(0).operations();
        for (int place = 0; place < operations.size(); place++) {
            table.row(operations.get(place).name(), medians(all, place));
        }
    }

    /**
     * Each size goes first as often as the others; the first turn fills caches, and is left out.
     */
    private double[] medians(List<Measured> all, int place) {
        int count = all.size();
        double[][] micros = new double[count][options.turns()];
        all.forEach(one -> one.turn(place));
        for (int turn = 0; turn < options.turns(); turn++) {
            for (int i = 0; i < count; i++) {
                int size = (turn + i) % count;
                micros[size][turn] = all.get(size).turn(place);
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
