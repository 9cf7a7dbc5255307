package no.altinn.simulation.fault;

import no.altinn.platform.client.Unavailable;
import no.altinn.simulation.time.World;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Stands between a process and everything outside it. Here calls fail, other processes come
 * between, and the process ends. Once the process has ended, each further call of it ends in a
 * crash too. Not thread-safe.
 */
public final class Guard {
    private static final Duration MOMENT = Duration.ofMillis(80);
    private static final Duration SLOW = Duration.ofMillis(1_800);

    private final String process;
    private final World world;
    private final Faults faults;
    private final BooleanSupplier isAlive;
    private final Runnable end;

    /**
     * A guard of one process.
     *
     * @param process its name in the trace
     * @param isAlive whether it has not ended
     * @param end ends it
     */
    public Guard(
            String process, World world, Faults faults, BooleanSupplier isAlive, Runnable end) {
        this.process = process;
        this.world = world;
        this.faults = faults;
        this.isAlive = isAlive;
        this.end = end;
    }

    /**
     * The port with all that can fail in it.
     *
     * @param writes the names of the methods after and before which a process may end, and whose
     *     answers may be lost
     */
    public <T> T port(Class<T> port, T behind, String... writes) {
        return port(port, behind, Unavailable::new, writes);
    }

    /** The same of a port that says in its own words that it is away. */
    public <T> T port(
            Class<T> port,
            T behind,
            Function<String, ? extends RuntimeException> away,
            String... writes) {
        Set<String> writing = Set.of(writes);
        Object guarded =
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (proxy, method, arguments) ->
                                method.isDefault()
                                        ? java.lang.reflect.InvocationHandler.invokeDefault(
                                                proxy, method, arguments)
                                        : call(
                                                port.getSimpleName() + "." + method.getName(),
                                                writing.contains(method.getName()),
                                                away,
                                                () -> invoke(behind, method, arguments)));
        return port.cast(guarded);
    }

    private static Object invoke(Object behind, Method method, Object... arguments) {
        try {
            return method.invoke(behind, arguments);
        } catch (InvocationTargetException e) {
            throw unchecked(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(
                    method + " cannot be called with " + Arrays.toString(arguments), e);
        }
    }

    private static RuntimeException unchecked(Throwable cause) {
        if (cause instanceof RuntimeException failure) {
            return failure;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("Ports throw no checked exception", cause);
    }

    /** Makes a call with all that can fail in it. */
    public <R> R call(
            String what,
            boolean isWrite,
            Function<String, ? extends RuntimeException> away,
            Supplier<R> call) {
        pause();
        if (isWrite) {
            mayCrash(faults.rates().crashBefore(), "before " + what);
        }
        if (faults.happens(faults.rates().refused(), Faults.Kind.REFUSED)) {
            world.tell(process + " refused " + what);
            throw away.apply("simulated: away");
        }
        R result = call.get();
        if (isWrite) {
            world.tell(process + " " + what);
            mayCrash(faults.rates().crashAfter(), "after " + what);
            if (faults.happens(faults.rates().lostAnswer(), Faults.Kind.LOST_ANSWER)) {
                world.tell(process + " answer lost of " + what);
                throw away.apply("simulated: no answer in time");
            }
            pause();
        }
        return result;
    }

    /** Lets other processes come between, if chance has it so. */
    public void pause() {
        requireAlive();
        if (faults.chance().hits(faults.rates().interleaved())) {
            boolean isSlow = faults.chance().hits(faults.rates().slow());
            pass(faults.chance().upTo(isSlow ? SLOW : MOMENT));
        }
    }

    /** Lets time pass for the process, which may be ended meanwhile. */
    public void pass(Duration time) {
        requireAlive();
        world.pass(time);
        requireAlive();
    }

    private void requireAlive() {
        if (!isAlive.getAsBoolean()) {
            throw new SimulatedCrash(process + " has ended");
        }
    }

    /** Ends the process at this place, if chance has it so. */
    public void mayCrash(double rate, String place) {
        if (faults.happens(rate, Faults.Kind.CRASH)) {
            world.tell(process + " CRASH " + place);
            end.run();
            throw new SimulatedCrash(place);
        }
    }
}
