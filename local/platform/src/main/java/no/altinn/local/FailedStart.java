package no.altinn.local;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.settings.InvalidSettings;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** The reason why the platform did not start, for the developer who started it. */
final class FailedStart {
    private FailedStart() {}

    /**
     * One line that says what is wrong and what is expected. Empty for an exception that only a
     * defect throws: its stack trace says more.
     *
     * @param data the data directory
     */
    static Optional<String> explain(RuntimeException failure, Path data) {
        return text(failure, data).map(text -> text.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    private static Optional<String> text(RuntimeException failure, Path data) {
        if (failure instanceof Unavailable) {
            return Optional.of(
                    "The database in %s cannot be used: %s. Begin anew with --reset, or name another folder with --data."
                            .formatted(data, failure.getCause().getMessage()));
        }
        if (failure instanceof UncheckedIOException) {
            return Optional.of(
                    "A file cannot be read or written: %s. Its folder must be writable and have space; name another with --data."
                            .formatted(failure.getCause()));
        }
        return failure instanceof IllegalStateException || failure instanceof InvalidSettings
                ? Optional.ofNullable(failure.getMessage())
                : Optional.empty();
    }
}
