package no.altinn.rest.endpoint.authorization;

import no.altinn.rest.delegation.Receiver;
import no.altinn.rest.delegation.Receivers;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.Resource;

/** Somebody who was given something, as administrators see it. */
final class RightHolderResource {
    static final String REL = "rightholders";
    static final String TYPE = "RightHolder";

    private static final int SHOWN_DIGITS = 6;

    private RightHolderResource() {}

    /**
     * The resource.
     *
     * @param address of the list that it stands in
     */
    static Resource of(Receiver receiver, Receivers.Shown shown, String address) {
        Members.Builder members =
                Members.builder().text("RightHolderId", receiver.id()).text("Name", shown.name());
        if (shown instanceof Receivers.Person person) {
            members.text("LastName", person.lastName())
                    .text("SocialSecurityNumber", masked(person.nationalNumber()));
        }
        String self = address + "/" + receiver.id();
        return Resource.of(
                TYPE,
                members.build(),
                Link.of("self", self),
                Link.of("roles", self + "/roles"),
                Link.of("rights", self + "/rights"));
    }

    /** The date of birth alone: {@code 019090*****}. */
    private static String masked(String nationalNumber) {
        return nationalNumber.substring(0, SHOWN_DIGITS)
                + "*".repeat(nationalNumber.length() - SHOWN_DIGITS);
    }
}
