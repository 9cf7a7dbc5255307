package no.altinn.rest.endpoint.reportee;

import no.altinn.rest.catalogue.RoleDefinition;
import no.altinn.rest.contact.Contact;
import no.altinn.rest.contact.ContactAddress;
import no.altinn.rest.contact.PersonalContact;
import no.altinn.rest.door.Visit;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.OsloTime;
import no.altinn.rest.representation.Resource;

/** Contacts of organisations, and the roles of persons among them, as service owners see them. */
final class ContactResource {
    private ContactResource() {}

    static Resource official(Contact contact) {
        return Resource.of("OfficialContact", address(contact));
    }

    /**
     * A person.
     *
     * @param list the address of the list
     */
    static Resource personal(PersonalContact contact, String list) {
        Members who =
                Members.builder()
                        .text("PersonalContactId", contact.person().id())
                        .text("Name", contact.person().name())
                        .text("SocialSecurityNumber", contact.person().nationalNumber())
                        .build();
        Members ways =
                contact.mobile()
                        .map(ContactResource::address)
                        .orElseGet(Members::none)
                        .and(
                                contact.email()
                                        .map(ContactResource::address)
                                        .orElseGet(Members::none));
        return Resource.of(
                "PersonalContact",
                who.and(ways),
                Link.of("roles", list + "/" + contact.person().id() + "/roles"));
    }

    private static Members address(Contact contact) {
        String name =
                contact.address().kind() == ContactAddress.Kind.EMAIL
                        ? "EMailAddress"
                        : "MobileNumber";
        return Members.builder()
                .text(name, contact.address().text())
                .text(name + "Changed", OsloTime.of(contact.registered()))
                .build();
    }

    static Resource role(RoleDefinition definition, Visit visit) {
        return Resource.of(
                "Role",
                Members.builder()
                        .text("RoleType", definition.kind().title())
                        .number("RoleDefinitionId", definition.id())
                        .text("RoleDefinitionCode", definition.code())
                        .text("RoleName", definition.name().in(visit.language()))
                        .text("RoleDescription", definition.description().in(visit.language()))
                        .build(),
                Link.of(
                        "roledefinition",
                        visit.address("serviceowner/roledefinitions/" + definition.id())));
    }
}
