package no.altinn.rest.door;

import java.util.concurrent.Semaphore;

/**
 * Lets two requests with a body over 1 MiB in at once: each costs a multiple of it in memory.
 * Thread-safe.
 */
final class LargeBodies {
    private static final int AT_ONCE = 2;

    private final Semaphore places = new Semaphore(AT_ONCE);

    /** A place of one request. For one thread. */
    final class Place implements AutoCloseable {
        private boolean isTaken;

        /**
         * Takes the place, once, if the body is large.
         *
         * @throws RestError 503 if there is none left
         */
        void takeFor(long bytes) {
            if (bytes <= Route.USUAL_BODY || isTaken) {
                return;
            }
            if (!places.tryAcquire()) {
                throw RestError.of(
                        "Too many large requests at once; please try again",
                        Reply.of(503, new Content.None()).with("Retry-After", "1"));
            }
            isTaken = true;
        }

        @Override
        public void close() {
            if (isTaken) {
                isTaken = false;
                places.release();
            }
        }
    }

    Place place() {
        return new Place();
    }
}
