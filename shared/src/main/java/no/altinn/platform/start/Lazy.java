package no.altinn.platform.start;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Makes an expensive value on the first call and keeps it. Concurrent callers share one attempt,
 * including its failure: were each to try in turn, a slow failure would take many times as long.
 * The next call after a failure tries again. Thread-safe.
 */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<? extends T> maker;
    private final AtomicReference<Slot<T>> slot = new AtomicReference<>(new Slot.Empty<>());

    /** Makes nothing yet. */
    public Lazy(Supplier<? extends T> maker) {
        this.maker = maker;
    }

    private sealed interface Slot<T> {
        record Empty<T>() implements Slot<T> {}

        record Making<T>(CompletableFuture<T> result) implements Slot<T> {}

        record Full<T>(T value) implements Slot<T> {}
    }

    @Override
    public T get() {
        Slot<T> seen = slot.get();
        if (seen instanceof Slot.Full<T> full) {
            return full.value();
        }
        if (seen instanceof Slot.Making<T> making) {
            return awaited(making.result());
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        return slot.compareAndSet(seen, new Slot.Making<>(result)) ? make(result) : get();
    }

    /** What has been made; empty when nothing has. */
    public Optional<T> made() {
        return slot.get() instanceof Slot.Full<T> full
                ? Optional.of(full.value())
                : Optional.empty();
    }

    private T make(CompletableFuture<T> result) {
        try {
            T value = maker.get();
            slot.set(new Slot.Full<>(value));
            result.complete(value);
            return value;
        } catch (RuntimeException | Error e) {
            slot.set(new Slot.Empty<>());
            result.completeExceptionally(e);
            throw e;
        }
    }

    private static <T> T awaited(CompletableFuture<T> result) {
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
