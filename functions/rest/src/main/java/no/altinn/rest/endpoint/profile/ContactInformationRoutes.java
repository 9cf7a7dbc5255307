package no.altinn.rest.endpoint.profile;

import no.altinn.rest.access.Caller;
import no.altinn.rest.contact.Contact;
import no.altinn.rest.contact.ContactAddress;
import no.altinn.rest.contact.Contacts;
import no.altinn.rest.door.Category;
import no.altinn.rest.door.Endpoint;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.representation.Fields;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Listing;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.Resource;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code {orgno}/profile/contactinformation}: how an organisation wants to be reached
 * (rest-resources.md, Profile).
 */
public final class ContactInformationRoutes implements Routes {
    private static final String ALL = "{who}/profile/contactinformation";
    private static final String ONE = ALL + "/{id}";
    private static final String TYPE = "ContactInformation";
    private static final Set<String> READ = Set.of("altinn:profiles.read", "altinn:enduser");
    private static final Set<String> WRITE = Set.of("altinn:profiles.write", "altinn:enduser");
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,8}");

    private final Contacts contacts;

    public ContactInformationRoutes(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                route("GET", ALL, READ, this::list),
                route("GET", ONE, READ, this::one),
                route("POST", ALL, WRITE, this::add),
                route("DELETE", ONE, WRITE, this::remove));
    }

    private static Route route(
            String method, String template, Set<String> scopes, Endpoint endpoint) {
        return Route.of(method, template, Category.USER_PROFILE, Needs.USER, scopes, endpoint);
    }

    private Reply list(Visit visit) {
        List<Resource> resources =
                contacts.of(organisation(visit)).stream()
                        .map(contact -> resource(contact, visit))
                        .toList();
        return Reply.of(
                Listing.of(
                        "contactinformation",
                        TYPE,
                        resources,
                        Link.of("self", visit.whoAddress("profile/contactinformation"))));
    }

    private Reply one(Visit visit) {
        Contact contact =
                contacts.find(organisation(visit), id(visit)).orElseThrow(RestError::notFound);
        return Reply.of(resource(contact, visit));
    }

    private Reply add(Visit visit) {
        String organisation = organisation(visit);
        contacts.add(organisation, address(visit.body()), person(visit.user()));
        return Reply.done("Contact Information Created");
    }

    private Reply remove(Visit visit) {
        if (!contacts.remove(organisation(visit), id(visit))) {
            throw RestError.notFound();
        }
        return Reply.done("Contact Information Deleted");
    }

    /** Persons have none: their own profile has the ways to reach them. */
    private static String organisation(Visit visit) {
        return visit.who().organisationNumber().orElseThrow(RestError::notFound);
    }

    private static int id(Visit visit) {
        String text = visit.value("id");
        if (!ID.matcher(text).matches()) {
            throw RestError.notFound();
        }
        return Integer.parseInt(text);
    }

    private static ContactAddress address(Fields body) {
        Optional<String> email = body.text("Email");
        Optional<String> mobile = body.text("MobileNumber");
        if (email.isPresent() == mobile.isPresent()) {
            throw RestError.badRequest("Exactly one of Email and MobileNumber is needed.");
        }
        return email.map(ContactAddress::email)
                .orElseGet(() -> ContactAddress.mobile(mobile.orElseThrow()));
    }

    private static Optional<Contact.Person> person(Caller.User user) {
        return user.partyId().isPresent()
                ? Optional.of(new Contact.Person(user.userId(), user.partyId().getAsInt()))
                : Optional.empty();
    }

    private static Resource resource(Contact contact, Visit visit) {
        boolean isEmail = contact.address().kind() == ContactAddress.Kind.EMAIL;
        return Resource.of(
                TYPE,
                Members.builder()
                        .number("Id", contact.id())
                        .text("Name", contact.address().text())
                        .text(isEmail ? "Email" : "MobileNumber", contact.address().text())
                        .build(),
                Link.of("self", visit.whoAddress("profile/contactinformation/" + contact.id())));
    }
}
