package no.altinn.local.testdata;

import com.fasterxml.jackson.core.JsonProcessingException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a file says now: it is read again when it has changed. While it is malformed, the last good
 * version stays; where there is no file, the version that the jar carries is used. Thread-safe.
 *
 * @param <T> what the file's text is read to
 */
public final class LiveFile<T> implements Supplier<T> {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFile.class);
    private static final String BUNDLED = "bundled";

    private record Version<T>(String stamp, T value) {}

    private final Path file;
    private final Function<String, T> read;
    private volatile Version<T> version;

    /**
     * Reads the file for the first time.
     *
     * @param file a JSON file; one of the same name is in the jar
     * @param read turns the text into what it means, or throws
     * @throws IllegalStateException if the file is malformed from the start; the message names it
     */
    public LiveFile(Path file, Function<String, T> read) {
        this.file = file;
        this.read = read;
        String stamp = stamp();
        this.version = new Version<>(stamp, first(stamp));
    }

    private T first(String stamp) {
        String text = text(stamp);
        try {
            return read.apply(text);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "%s is malformed: %s. Correct it, or remove it to use the one that comes with the platform."
                            .formatted(file, reason(e)),
                    e);
        }
    }

    /**
     * What the parser itself says, which names the member, without the switch that made it say so.
     */
    private static String reason(RuntimeException e) {
        return e.getCause() instanceof JsonProcessingException cause
                ? "%s (line %d)"
                        .formatted(
                                cause.getOriginalMessage().split("; `", 2)[0],
                                cause.getLocation() == null ? 1 : cause.getLocation().getLineNr())
                : String.valueOf(e.getMessage());
    }

    @Override
    public T get() {
        String stamp = stamp();
        if (!stamp.equals(version.stamp)) {
            readAgain(stamp);
        }
        return version.value;
    }

    private synchronized void readAgain(String stamp) {
        if (stamp.equals(version.stamp)) {
            return;
        }
        T value = version.value;
        try {
            value = read.apply(text(stamp));
            LOG.info("Read {} again", file.getFileName());
        } catch (RuntimeException e) {
            LOG.warn("{} is malformed, its last good version stays", file.getFileName(), e);
        }
        version = new Version<>(stamp, value);
    }

    /** Differs whenever the file was written, replaced, made or removed. */
    private String stamp() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime()
                    + " "
                    + attributes.size()
                    + " "
                    + attributes.fileKey();
        } catch (IOException e) {
            return BUNDLED;
        }
    }

    private String text(String stamp) {
        try {
            return stamp.equals(BUNDLED) ? bundled() : Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String bundled() throws IOException {
        String name = file.getFileName().toString();
        try (InputStream resource =
                Objects.requireNonNull(
                        LiveFile.class.getResourceAsStream(name), () -> name + " is missing")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
