package no.altinn.platform.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Texts that this package is deployed with. */
final class Resources {
    private Resources() {}

    /**
     * A text in UTF-8.
     *
     * @param name relative to this package, or with a slash before it to the class path
     * @throws IllegalStateException if it is not there
     */
    static String text(String name) {
        try (InputStream stream =
                Optional.ofNullable(Resources.class.getResourceAsStream(name))
                        .orElseThrow(
                                () -> new IllegalStateException("There is no resource " + name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
