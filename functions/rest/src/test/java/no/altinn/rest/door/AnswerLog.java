package no.altinn.rest.door;

import no.altinn.platform.http.Request;

import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Lets somebody look at all that {@link DoorBed}s answer, whichever test asks. One listener at a
 * time; tests of one process run one after another.
 */
public final class AnswerLog {
    private static Optional<BiConsumer<Request, Answered>> listener = Optional.empty();

    private AnswerLog() {}

    /** Tells every answer while something runs. */
    public static void listen(BiConsumer<Request, Answered> told, Runnable something) {
        listener = Optional.of(told);
        try {
            something.run();
        } finally {
            listener = Optional.empty();
        }
    }

    /** Tells an answer to who listens; asks what is only read in every other representation too. */
    static void note(Door door, Request request, Answered answered) {
        if (listener.isEmpty()) {
            return;
        }
        listener.get().accept(request, answered);
        if (request.method().equals("GET")) {
            for (Request other : Representations.others(request)) {
                listener.get().accept(other, door.answer(other));
            }
        }
    }
}
