package no.altinn.acceptance.portal;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a {@link PortalStub} of its own, since tests change what it knows. It stands
 * before the browser among a class's extensions, so that the browser leaves first.
 */
final class WithPortal implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(WithPortal.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PortalStub.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .computeIfAbsent(PortalStub.class, type -> PortalStub.start(), PortalStub.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        PortalStub stub = context.getStore(NAMESPACE).remove(PortalStub.class, PortalStub.class);
        if (stub != null) {
            stub.close();
        }
    }
}
