package no.altinn.rest.endpoint.serviceowner;

import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Reportee;
import no.altinn.rest.access.Reportees;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Visit;
import no.altinn.rest.endpoint.reportee.AskedSubject;
import no.altinn.rest.endpoint.reportee.Numbers;
import no.altinn.rest.profile.Profiles;

import java.util.List;

/** Whom service owners ask about. Thread-safe. */
final class Subjects {
    private final Profiles profiles;
    private final Reportees reportees;

    Subjects(Profiles profiles, Reportees reportees) {
        this.profiles = profiles;
        this.reportees = reportees;
    }

    /**
     * The person whom the parameter {@code subject} names.
     *
     * @throws RestError 400 if it is missing, or the person has never logged in
     */
    Caller.User subject(Visit visit) {
        return AskedSubject.of(visit, profiles);
    }

    /**
     * The party whom a parameter names by its number.
     *
     * @throws RestError 400 if it is missing, or Register has no such party
     */
    Reportee party(Visit visit, String parameter) {
        String text = required(visit, parameter);
        return Numbers.organisation(text)
                .flatMap(reportees::organisation)
                .or(() -> Numbers.person(text).flatMap(reportees::person))
                .orElseThrow(
                        () ->
                                RestError.badRequest(
                                        "The parameter '%s' is no number of a known party."
                                                .formatted(parameter)));
    }

    /**
     * The party of a number that a body has.
     *
     * @param text an organisation's or a person's number
     */
    boolean isKnown(String text) {
        return Numbers.organisation(text).flatMap(reportees::organisation).isPresent()
                || Numbers.person(text).flatMap(reportees::person).isPresent();
    }

    static String required(Visit visit, String parameter) {
        return visit.parameter(parameter)
                .orElseThrow(
                        () ->
                                RestError.badRequest(
                                        "Required parameter '%s' is missing."
                                                .formatted(parameter)));
    }

    /**
     * The codes of the service owner who calls, one at least.
     *
     * @throws RestError 403 if the caller is none
     */
    static List<String> owners(Visit visit) {
        List<String> owners = visit.organisation().serviceOwners();
        if (owners.isEmpty()) {
            throw RestError.forbidden("The organization is no service owner");
        }
        return owners;
    }
}
