package no.altinn.platform.start;

import java.util.function.Supplier;

/**
 * Makes something expensive when it is first asked for, and keeps it; what fails is tried again by
 * the next who asks. Thread-safe.
 */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<? extends T> maker;
    // Written under the lock of this, once; read without it.
    private volatile Slot<T> made = new Slot.Empty<>();

    /** Makes nothing yet. */
    public Lazy(Supplier<? extends T> maker) {
        this.maker = maker;
    }

    private sealed interface Slot<T> {
        record Empty<T>() implements Slot<T> {}

        record Full<T>(T value) implements Slot<T> {}
    }

    @Override
    public T get() {
        return made instanceof Slot.Full<T> full ? full.value() : make();
    }

    private synchronized T make() {
        if (made instanceof Slot.Full<T> full) {
            return full.value();
        }
        T value = maker.get();
        made = new Slot.Full<>(value);
        return value;
    }
}
