package no.altinn.local.testdata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a file of the test data may be; the first place that has a file counts. Immutable.
 *
 * @param name the file's name, also that of the version which the jar carries
 * @param paths the places, the first first
 * @param isBundled whether the jar's version counts where no place has a file
 */
public record FilePlaces(String name, List<Path> paths, boolean isBundled) {
    private static final long MOST_BYTES = 16 << 20;

    public FilePlaces {
        paths = List.copyOf(paths);
    }

    /**
     * The places of a file.
     *
     * @param named the only place, if the developer has named one
     * @param data the platform's own folder, whose file comes first
     * @param home the repository's folder, whose file comes next; last is the jar's version
     */
    public static FilePlaces of(String name, Optional<Path> named, Path data, Path home) {
        return named.map(path -> new FilePlaces(name, List.of(path), false))
                .orElseGet(
                        () ->
                                new FilePlaces(
                                        name,
                                        List.of(
                                                data.resolve(name),
                                                home.resolve("local").resolve(name)),
                                        true));
    }

    /**
     * One place at one moment.
     *
     * @param rank 0 for the first place, and so on
     * @param label the place, for people
     * @param version differs whenever the file was written, replaced, made or removed
     */
    record Found(int rank, String label, String version) {}

    /** The place that counts now. */
    Found find() {
        for (int rank = 0; rank < paths.size(); rank++) {
            Path path = paths.get(rank);
            Optional<String> version = version(path);
            if (version.isPresent()) {
                return new Found(rank, path.toString(), version.get());
            }
        }
        return isBundled
                ? new Found(paths.size(), name + " of the jar", "")
                : new Found(paths.size(), paths.get(0).toString(), "");
    }

    private static Optional<String> version(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return Optional.of(
                    "%s %d %s"
                            .formatted(
                                    attributes.lastModifiedTime(),
                                    attributes.size(),
                                    attributes.fileKey()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * The text of the place that was found.
     *
     * @throws UncheckedIOException if it cannot be read, or is over 16 MiB
     */
    String text(Found found) {
        try {
            if (found.rank == paths.size()) {
                return bundled();
            }
            Path path = paths.get(found.rank);
            if (Files.size(path) > MOST_BYTES) {
                throw new IOException("The file is over 16 MiB");
            }
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String bundled() throws IOException {
        if (!isBundled) {
            throw new NoSuchFileException(paths.get(0).toString());
        }
        try (InputStream resource =
                Objects.requireNonNull(
                        FilePlaces.class.getResourceAsStream(name), () -> name + " is missing")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
