package no.altinn.platform.app;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The function classes of an app, one instance of each. Immutable. */
public final class FunctionInstances implements FunctionInstanceInjector {
    private final Map<Class<?>, Object> byClass;

    private FunctionInstances(Map<Class<?>, Object> byClass) {
        this.byClass = byClass;
    }

    /**
     * These instances, which are found by their own class alone.
     *
     * @throws IllegalStateException if two are of one class
     */
    public static FunctionInstances of(Object... functions) {
        return new FunctionInstances(
                Stream.of(functions)
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Object::getClass, Function.identity())));
    }

    /**
     * The one instance of a function class.
     *
     * @throws IllegalArgumentException if the app has no such class
     */
    @Override
    public <T> T getInstance(Class<T> functionClass) {
        Object function = byClass.get(functionClass);
        if (function == null) {
            throw new IllegalArgumentException("No function class of this app: " + functionClass);
        }
        return functionClass.cast(function);
    }
}
