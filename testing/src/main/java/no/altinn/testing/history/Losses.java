package no.altinn.testing.history;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Loses some calls on their way, and some answers on their way back, as a network does. A caller
 * cannot tell the two apart. Thread-safe.
 */
public final class Losses {
    private final Random random;
    private final int oneIn;
    private final Supplier<? extends RuntimeException> failure;

    /**
     * The losses that a seed decides.
     *
     * @param oneIn of how many calls one is lost, and of how many answers one, 2 and up
     * @param failure the exception that the caller gets instead
     */
    public Losses(long seed, int oneIn, Supplier<? extends RuntimeException> failure) {
        this.random = new Random(seed);
        this.oneIn = oneIn;
        this.failure = failure;
    }

    /** A port whose calls go through these losses to the real one. */
    public <T> T over(Class<T> port, T real) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (proxy, method, arguments) -> {
                            int lot = random.nextInt(2 * oneIn);
                            if (lot == 0) {
                                throw failure.get();
                            }
                            try {
                                Object answer = method.invoke(real, arguments);
                                if (lot == 1) {
                                    throw failure.get();
                                }
                                return answer;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }
}
