package no.altinn.local.host;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;

import no.altinn.platform.http.BodyAwaited;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/**
 * Runs functions on the calling thread, with instances from the app's own composition root.
 * Thread-safe if the injector is.
 */
public final class FunctionInvoker {
    private static final Logger LOG = LoggerFactory.getLogger(FunctionInvoker.class);

    private final FunctionInstanceInjector injector;

    /** An invoker of the functions of one app. */
    public FunctionInvoker(FunctionInstanceInjector injector) {
        this.injector = injector;
    }

    /**
     * Runs a function to its end.
     *
     * @return what the function returned; empty for nothing
     * @throws BodyAwaited if the function asks for a body that has not come yet
     * @throws FunctionFailed if the function, or the app that makes its instance, throws an
     *     exception or an Error; the invoker has logged it with its stack trace
     */
    public Optional<Object> invoke(HostedFunction function, InvocationRequest request) {
        Invocation invocation = Invocation.of(function, request.trace());
        EntryPoint entryPoint = function.entryPoint();
        try {
            Object instance = injector.getInstance(entryPoint.type());
            return Optional.ofNullable(entryPoint.call(instance, request, invocation));
        } catch (BodyAwaited e) {
            throw e;
        } catch (Throwable e) {
            // The worker, too, turns every throwable of a function into a failed invocation.
            LOG.error(
                    "Executed 'Functions.{}' (Failed, Id={})", function.name(), invocation.id(), e);
            throw new FunctionFailed(function, e);
        }
    }
}
