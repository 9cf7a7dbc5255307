package no.altinn.rest.lookup;

import no.altinn.platform.outbound.OutboundFailure;
import no.altinn.platform.outbound.OutboundHttp;
import no.altinn.platform.outbound.OutboundReply;
import no.altinn.rest.outside.OutsideBusy;
import no.altinn.rest.outside.OutsideFailed;

import java.net.URI;

/**
 * A service of somebody else, at an address of the catalogue. Thread-safe.
 *
 * @param name what callers are told that it is, for example {@code The source of the lookup}
 */
record OutsideService(String name, OutboundHttp http) {
    /**
     * The answer to a GET, whatever its status.
     *
     * @param accept the media types that are asked for
     * @throws OutsideFailed if there is none
     * @throws OutsideBusy if too many are asked at this moment
     */
    OutboundReply get(URI address, String accept) {
        try {
            return http.get(address, accept);
        } catch (OutboundFailure e) {
            throw told(e);
        }
    }

    private RuntimeException told(OutboundFailure failure) {
        return switch (failure.kind()) {
            case BUSY ->
                    new OutsideBusy(name + " is asked too much at this moment, please try again");
            case NOT_ALLOWED ->
                    new OutsideFailed(name + " is at an address that is not called", failure);
            case TOO_SLOW -> new OutsideFailed(name + " did not answer in time", failure);
            case TOO_LONG -> new OutsideFailed(name + " answered too much", failure);
            case NO_ANSWER -> new OutsideFailed(name + " is away", failure);
        };
    }

    /** What is told of an answer with a status that is of no use. */
    OutsideFailed refused(OutboundReply reply) {
        return new OutsideFailed("%s answered with the status %d".formatted(name, reply.status()));
    }
}
