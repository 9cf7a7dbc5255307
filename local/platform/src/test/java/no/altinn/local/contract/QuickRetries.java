package no.altinn.local.contract;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/**
 * Gives tests a {@link Platform} on which a delivery is dead after two attempts, a second apart:
 * one for all of them, stopped with the last.
 */
final class QuickRetries implements ParameterResolver {
    private static final String NAME = "quick";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Platform.class;
    }

    @Override
    public Platform resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(QuickRetries.class))
                .computeIfAbsent(NAME, name -> start(), Platform.class);
    }

    private static Platform start() {
        try {
            return Platform.start(
                    Files.createTempDirectory("quick"), Map.of("Events__RetrySchedule", "PT1S"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
