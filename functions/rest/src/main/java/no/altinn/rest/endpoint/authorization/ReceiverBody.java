package no.altinn.rest.endpoint.authorization;

import no.altinn.rest.delegation.Receivers;
import no.altinn.rest.door.RestError;
import no.altinn.rest.endpoint.reportee.Numbers;
import no.altinn.rest.representation.Fields;
import no.altinn.rest.representation.InvalidBody;

import java.util.List;
import java.util.Optional;

/** Reads whom a body gives something to. Thread-safe. */
public final class ReceiverBody {
    private static final List<String> KINDS =
            List.of("SocialSecurityNumber", "OrganizationNumber", "UserName");

    private final Receivers receivers;

    public ReceiverBody(Receivers receivers) {
        this.receivers = receivers;
    }

    /** How a body names somebody; nobody was looked for yet. */
    public record Named(String kind, String text, String name) {
        /** Tells nothing of the person: persons never reach a log. */
        @Override
        public String toString() {
            return kind;
        }
    }

    /**
     * Whom a body names.
     *
     * @throws InvalidBody if it names nobody, or more than one
     */
    public static Named read(Fields body) {
        List<String> kinds = KINDS.stream().filter(kind -> body.text(kind).isPresent()).toList();
        if (kinds.size() != 1) {
            throw new InvalidBody(
                    "SocialSecurityNumber and LastName, or OrganizationNumber and Name, or UserName"
                            + " are needed");
        }
        String kind = kinds.get(0);
        String name =
                switch (kind) {
                    case "SocialSecurityNumber" -> body.required("LastName");
                    case "OrganizationNumber" -> body.required("Name");
                    default -> "";
                };
        return new Named(kind, body.required(kind), name);
    }

    /**
     * Finds the one who was named.
     *
     * @throws RestError 400 if there is nobody of this number and name
     */
    public Receivers.Found find(Named named) {
        Optional<Receivers.Found> found =
                switch (named.kind()) {
                    case "SocialSecurityNumber" ->
                            Numbers.person(named.text())
                                    .flatMap(number -> receivers.person(number, named.name()));
                    case "OrganizationNumber" ->
                            Numbers.organisation(named.text())
                                    .flatMap(
                                            number -> receivers.organisation(number, named.name()));
                    default -> receivers.enterpriseUser(named.text());
                };
        return found.orElseThrow(
                () -> RestError.badRequest("There is no receiver with this number and name"));
    }
}
