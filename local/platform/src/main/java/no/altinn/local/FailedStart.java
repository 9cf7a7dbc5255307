package no.altinn.local;

import no.altinn.local.files.FreeSpace;
import no.altinn.local.store.NotOpened;
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
        if (failure instanceof UncheckedIOException file) {
            return Optional.of(
                    FreeSpace.of(data)
                            .orFull(
                                    "A file cannot be read or written: %s. Its folder must be writable; name another with --data."
                                            .formatted(file.getCause())));
        }
        return failure instanceof NotOpened
                        || failure instanceof IllegalStateException
                        || failure instanceof InvalidSettings
                ? Optional.ofNullable(failure.getMessage())
                : Optional.empty();
    }
}
