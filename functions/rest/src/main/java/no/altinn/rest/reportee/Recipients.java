package no.altinn.rest.reportee;

import no.altinn.platform.register.RegisteredParty;
import no.altinn.rest.contact.Contact;
import no.altinn.rest.contact.ContactAddress;
import no.altinn.rest.contact.Contacts;
import no.altinn.rest.profile.Profile;
import no.altinn.rest.profile.Profiles;

import java.util.List;
import java.util.Optional;

/** Who can be sent letters, and told of them. Thread-safe. */
public final class Recipients {
    private final KnownParties known;
    private final NamedParties named;
    private final Profiles profiles;
    private final Contacts contacts;

    /**
     * How a recipient is reached.
     *
     * @param hasInbox whether letters reach the recipient
     * @param bySms whether a text message tells of them
     * @param byEmail whether an e-mail tells of them
     */
    public record Reach(boolean hasInbox, boolean bySms, boolean byEmail) {
        static final Reach NONE = new Reach(false, false, false);
    }

    public Recipients(
            KnownParties known, NamedParties named, Profiles profiles, Contacts contacts) {
        this.known = known;
        this.named = named;
        this.profiles = profiles;
        this.contacts = contacts;
    }

    /** An organisation that is not struck off has an inbox. */
    public Reach organisation(String number) {
        if (known.organisation(number).filter(unit -> !unit.isDeleted()).isEmpty()) {
            return Reach.NONE;
        }
        List<Contact> registered = contacts.of(number);
        return new Reach(
                true,
                has(registered, ContactAddress.Kind.MOBILE),
                has(registered, ContactAddress.Kind.EMAIL));
    }

    private static boolean has(List<Contact> registered, ContactAddress.Kind kind) {
        return registered.stream().anyMatch(contact -> contact.address().kind() == kind);
    }

    /**
     * A living person has an inbox who has logged in once, and wants electronic letters.
     *
     * @param lastName its first four letters count
     */
    public Reach person(String nationalNumber, String lastName) {
        Optional<RegisteredParty.Person> person =
                named.personWithBeginning(nationalNumber, lastName).filter(any -> !any.isDeleted());
        Optional<Profile> profile =
                person.flatMap(any -> profiles.find(nationalNumber))
                        .filter(any -> !any.isReserved());
        return profile.map(
                        any ->
                                new Reach(
                                        true,
                                        any.mobileNumber().isPresent(),
                                        any.email().isPresent()))
                .orElse(Reach.NONE);
    }
}
