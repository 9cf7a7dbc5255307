package no.altinn.acceptance.collection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder of a Bruno collection, or the whole of it. Immutable.
 *
 * @param about what its own file says
 * @param folders those in it, in their order
 * @param requests those in it, in their order
 */
record BruFolder(BruFile about, List<BruFolder> folders, List<BruFile> requests) {
    private static final List<String> ABOUT = List.of("folder.bru", "collection.bru");

    BruFolder {
        folders = List.copyOf(folders);
        requests = List.copyOf(requests);
    }

    static BruFolder read(Path folder) {
        Path about =
                ABOUT.stream()
                        .map(folder::resolve)
                        .filter(Files::exists)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(folder + " has no name"));
        return new BruFolder(
                BruFile.read(about),
                sorted(folder, Files::isDirectory, BruFolder::read, read -> read.about().place()),
                sorted(folder, BruFolder::isRequest, BruFile::read, BruFile::place));
    }

    private static boolean isRequest(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".bru") && !ABOUT.contains(name);
    }

    private static <T> List<T> sorted(
            Path folder,
            Predicate<Path> which,
            Function<Path, T> reading,
            Function<T, Integer> place) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(which)
                    .filter(child -> !child.endsWith("environments"))
                    .map(reading)
                    .sorted(Comparator.comparing(place))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its own requests and those of its folders. */
    Stream<BruFile> all() {
        return Stream.concat(folders.stream().flatMap(BruFolder::all), requests.stream());
    }
}
