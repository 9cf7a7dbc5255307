package no.altinn.local.contract;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link Platform}: one for all of a process, started with the first and stopped with
 * the last. Tests therefore keep to resources and inboxes of their own.
 */
final class RunningPlatform implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Platform.class;
    }

    @Override
    public Platform resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // Surefire gives its two processes one class at a time, so that the root context, which
        // ends with the class, would start a platform for each.
        return context.getStore(
                        ExtensionContext.StoreScope.LAUNCHER_SESSION,
                        ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Platform.class, type -> Platform.start(), Platform.class);
    }
}
