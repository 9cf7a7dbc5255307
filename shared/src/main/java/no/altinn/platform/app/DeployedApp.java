package no.altinn.platform.app;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.function.Supplier;

/**
 * A function app as the Java worker finds it: by its name in {@code META-INF/services} and through
 * its constructor without parameters. Thread-safe.
 */
public abstract class DeployedApp implements FunctionInstanceInjector {
    private static final Logger LOG = LoggerFactory.getLogger(DeployedApp.class);

    private final FunctionInstanceInjector app;

    /**
     * Starts the app. When that fails, every call fails with the reason: were it thrown here, the
     * worker's service loader would make an error of it, and the host would get no answer at all.
     *
     * @param start makes the app's composition root
     */
    protected DeployedApp(Supplier<? extends FunctionInstanceInjector> start) {
        this.app = startedOrRefusing(start);
    }

    private static FunctionInstanceInjector startedOrRefusing(
            Supplier<? extends FunctionInstanceInjector> start) {
        try {
            return start.get();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("The function app did not start", e);
            return new NotStarted(e);
        }
    }

    /**
     * The one instance of a function class.
     *
     * @throws IllegalStateException if the app did not start; its cause says why
     */
    @Override
    public final <T> T getInstance(Class<T> functionClass) throws Exception {
        return app.getInstance(functionClass);
    }

    private record NotStarted(Throwable reason) implements FunctionInstanceInjector {
        @Override
        public <T> T getInstance(Class<T> functionClass) {
            throw new IllegalStateException("The function app did not start.", reason);
        }
    }
}
