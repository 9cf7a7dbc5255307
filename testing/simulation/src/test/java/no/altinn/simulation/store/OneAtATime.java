package no.altinn.simulation.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Lets contracts whose tests have threads call what one thread alone may call. */
final class OneAtATime {
    private OneAtATime() {}

    /** A port before another one. Who holds the monitor of the one behind keeps others out. */
    static <T> T port(Class<T> port, T behind) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (proxy, method, arguments) -> {
                            synchronized (behind) {
                                try {
                                    return method.invoke(behind, arguments);
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            }
                        }));
    }
}
