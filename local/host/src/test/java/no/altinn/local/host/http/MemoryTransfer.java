package no.altinn.local.host.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A store in memory for tests of a front. Thread-safe. */
final class MemoryTransfer implements FileTransfer {
    /** Where a store may fail. */
    enum Step {
        BEGIN,
        WRITE,
        FINISH,
        READ
    }

    /** What is done at each step, before it: nothing at first. */
    interface Hook {
        void at(Step step) throws IOException;
    }

    final Map<URI, byte[]> files = new ConcurrentHashMap<>();
    final AtomicInteger open = new AtomicInteger();
    private volatile Hook hook = step -> {};

    void before(Hook other) {
        hook = other;
    }

    void failingAt(Step failing) {
        hook =
                step -> {
                    if (step == failing) {
                        throw new IOException("away");
                    }
                };
    }

    @Override
    public Sending send(URI to, long length) throws IOException {
        hook.at(Step.BEGIN);
        open.incrementAndGet();
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        return new Sending() {
            @Override
            public void write(ByteBuffer bytes) throws IOException {
                hook.at(Step.WRITE);
                byte[] some = new byte[bytes.remaining()];
                bytes.get(some);
                sent.write(some);
            }

            @Override
            public void finish() throws IOException {
                hook.at(Step.FINISH);
                if (sent.size() != length) {
                    throw new TransferRefused(400, "shorter or longer");
                }
                files.put(to, sent.toByteArray());
            }

            @Override
            public void close() {
                open.decrementAndGet();
            }
        };
    }

    @Override
    public Fetching fetch(URI from) throws IOException {
        hook.at(Step.BEGIN);
        byte[] file = files.get(from);
        if (file == null) {
            throw new TransferRefused(404, "none");
        }
        open.incrementAndGet();
        ByteBuffer left = ByteBuffer.wrap(file);
        return new Fetching() {
            @Override
            public long length() {
                return file.length;
            }

            @Override
            public int read(ByteBuffer into) throws IOException {
                hook.at(Step.READ);
                if (!left.hasRemaining()) {
                    return -1;
                }
                int some = Math.min(left.remaining(), into.remaining());
                into.put(left.slice(left.position(), some));
                left.position(left.position() + some);
                return some;
            }

            @Override
            public void close() {
                open.decrementAndGet();
            }
        };
    }
}
