package no.altinn.rest.endpoint.reportee;

import no.altinn.rest.access.Caller;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Visit;
import no.altinn.rest.profile.Profiles;

/** The person whom a service owner asks about. */
public final class AskedSubject {
    // The stars are the text: a number has no place in an answer.
    private static final String NO_PROFILE =
            "User profile could not be found for ***. User profile is created at first login to the"
                    + " Altinn.no portal";

    private AskedSubject() {}

    /**
     * The person whom the parameter {@code subject} names.
     *
     * @throws RestError 400 if it is missing, or the person has never logged in
     */
    public static Caller.User of(Visit visit, Profiles profiles) {
        String subject =
                visit.parameter("subject")
                        .orElseThrow(
                                () ->
                                        RestError.badRequest(
                                                "Required parameter 'subject' is missing."));
        return Numbers.person(subject)
                .flatMap(number -> profiles.find(number).map(found -> found.asUser(number)))
                .orElseThrow(() -> RestError.badRequest(NO_PROFILE));
    }
}
