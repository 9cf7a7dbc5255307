package no.altinn.acceptance;

import no.altinn.local.LocalOptions;
import no.altinn.local.LocalPlatform;
import no.altinn.local.identity.KeptKeys;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Gives tests the running {@link LocalPlatform}: one for all of them, on a free port, started with
 * the first and stopped with the last. Tests therefore keep to resources and inboxes of their own.
 */
final class WithPlatform implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalPlatform.class;
    }

    @Override
    public LocalPlatform resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(
                        LocalPlatform.class, type -> start(), LocalPlatform.class);
    }

    private static LocalPlatform start() {
        try {
            Path home = Path.of("..", "..").toAbsolutePath().normalize();
            Path data = Files.createTempDirectory("acceptance");
            KeptKeys.putInto(data, Clock.systemUTC());
            return LocalPlatform.start(
                    new LocalOptions(home, "127.0.0.1", 0, data, false),
                    Map.of(),
                    Clock.systemUTC());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
