package no.altinn.simulation.flaw;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/** A port of which one method does something else. */
final class Altered {
    private Altered() {}

    /** What the method does. */
    @FunctionalInterface
    interface Method {
        /**
         * Answers a call.
         *
         * @param arguments those of the call
         * @param usual makes the call as it was meant
         */
        Object call(Object[] arguments, Supplier<Object> usual);
    }

    /** The port with this method altered. */
    static <T> T port(Class<T> port, T behind, String name, Method altered) {
        InvocationHandler handler =
                (proxy, method, arguments) -> {
                    Supplier<Object> usual = () -> invoke(behind, method, arguments);
                    return method.getName().equals(name)
                            ? altered.call(arguments, usual)
                            : usual.get();
                };
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }

    private static Object invoke(
            Object behind, java.lang.reflect.Method method, Object... arguments) {
        try {
            return method.invoke(behind, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
