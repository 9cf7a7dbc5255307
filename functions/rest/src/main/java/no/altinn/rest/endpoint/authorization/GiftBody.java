package no.altinn.rest.endpoint.authorization;

import no.altinn.rest.access.Action;
import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.RoleDefinition;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.delegation.Gift;
import no.altinn.rest.permission.PartyRoles;
import no.altinn.rest.representation.Fields;
import no.altinn.rest.representation.InvalidBody;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Reads which roles and rights a body is about. Thread-safe. */
public final class GiftBody {
    private final Catalogue catalogue;
    private final PartyRoles roles;

    public GiftBody(Catalogue catalogue, PartyRoles roles) {
        this.catalogue = catalogue;
        this.roles = roles;
    }

    /**
     * The roles and rights of a body, each once.
     *
     * @param partyId whose local roles count
     * @throws InvalidBody if one of them is none
     */
    public List<Gift> gifts(Fields body, int partyId) {
        Set<Gift> gifts = new LinkedHashSet<>();
        body.list("Roles").forEach(role -> gifts.add(role(role, partyId)));
        gifts.addAll(rights(body));
        return new ArrayList<>(gifts);
    }

    private Gift role(Fields role, int partyId) {
        int id = number(role, "RoleDefinitionId");
        return roles.find(partyId, id)
                .map(RoleDefinition::code)
                .map(Gift.Role::new)
                .orElseThrow(() -> new InvalidBody("There is no role definition " + id));
    }

    /**
     * The rights of a body, each once.
     *
     * @throws InvalidBody if one of them is none
     */
    List<Gift.Right> rights(Fields body) {
        return body.list("Rights").stream().map(this::right).distinct().toList();
    }

    private Gift.Right right(Fields right) {
        ServiceKey service =
                new ServiceKey(right.required("ServiceCode"), number(right, "ServiceEditionCode"));
        if (catalogue.service(service).isEmpty()) {
            throw new InvalidBody("There is no service " + service);
        }
        return new Gift.Right(service, action(right.required("Action")));
    }

    private static Action action(String title) {
        return Arrays.stream(Action.values())
                .filter(each -> each.title().equalsIgnoreCase(title))
                .findFirst()
                .orElseThrow(
                        () ->
                                new InvalidBody(
                                        "Action must be Read, Write, Sign, ArchiveRead or"
                                                + " ArchiveDelete"));
    }

    private static int number(Fields fields, String name) {
        OptionalInt number = fields.number(name);
        return number.orElseThrow(() -> new InvalidBody("The member '" + name + "' is missing."));
    }
}
