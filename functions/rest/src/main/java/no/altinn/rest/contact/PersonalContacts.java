package no.altinn.rest.contact;

import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Reportee;
import no.altinn.rest.access.Reportees;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who registered the contact information of organisations. Thread-safe. */
public final class PersonalContacts {
    private final Contacts contacts;
    private final Reportees reportees;

    public PersonalContacts(Contacts contacts, Reportees reportees) {
        this.contacts = contacts;
        this.reportees = reportees;
    }

    /** Those of an organisation, by the ids of their parties. */
    public List<PersonalContact> of(Reportee organisation) {
        Map<Contact.Person, List<Contact>> registered =
                contacts.of(organisation.organisationNumber().orElseThrow()).stream()
                        .filter(contact -> contact.by().isPresent())
                        .collect(
                                Collectors.groupingBy(
                                        contact -> contact.by().orElseThrow(),
                                        () ->
                                                new TreeMap<>(
                                                        Comparator.comparingInt(
                                                                Contact.Person::partyId)),
                                        Collectors.toList()));
        return registered.entrySet().stream()
                .map(each -> of(organisation, each.getKey(), each.getValue()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A person who has left the organisation speaks for it no more. */
    private Optional<PersonalContact> of(
            Reportee organisation, Contact.Person by, List<Contact> registered) {
        return reportees
                .find(by.partyId())
                .map(
                        person ->
                                new PersonalContact(
                                        user(by, person),
                                        person,
                                        newest(registered, ContactAddress.Kind.EMAIL),
                                        newest(registered, ContactAddress.Kind.MOBILE)))
                .filter(each -> reportees.of(each.user(), organisation.partyId()).isPresent());
    }

    private static Caller.User user(Contact.Person by, Reportee person) {
        return new Caller.User(
                by.userId(),
                OptionalInt.of(by.partyId()),
                person.nationalNumber(),
                Optional.empty(),
                0,
                Optional.empty());
    }

    private static Optional<Contact> newest(List<Contact> registered, ContactAddress.Kind kind) {
        return registered.stream()
                .filter(contact -> contact.address().kind() == kind)
                .max(Comparator.comparing(Contact::registered).thenComparing(Contact::id));
    }
}
