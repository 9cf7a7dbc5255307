package no.altinn.rest.door;

/** Answers the requests of a route. */
@FunctionalInterface
public non-sealed interface Endpoint extends Handler {
    /**
     * The reply to a request that has passed the door.
     *
     * @throws RestError if it cannot be answered as asked
     */
    Reply answer(Visit visit);
}
