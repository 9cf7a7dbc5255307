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
    private final LoopHealth health;

    /**
     * An invoker of the functions of one app.
     *
     * @param health is told what becomes of each function, by its name
     */
    public FunctionInvoker(FunctionInstanceInjector injector, LoopHealth health) {
        this.injector = injector;
        this.health = health;
    }

    /** What becomes of the functions, and of the loops that fire them. */
    public LoopHealth health() {
        return health;
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
            Object result = entryPoint.call(instance, request, invocation);
            health.succeeded(function.name());
            return Optional.ofNullable(result);
        } catch (BodyAwaited e) {
            throw e;
        } catch (Throwable e) {
            health.failed(function.name(), e);
            // The worker, too, turns every throwable of a function into a failed invocation.
            LOG.error(
                    "Executed 'Functions.{}' (Failed, Id={})", function.name(), invocation.id(), e);
            throw new FunctionFailed(function, e);
        }
    }
}
