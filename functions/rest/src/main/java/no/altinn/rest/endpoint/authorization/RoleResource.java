package no.altinn.rest.endpoint.authorization;

import no.altinn.rest.catalogue.RoleDefinition;
import no.altinn.rest.delegation.Delegation;
import no.altinn.rest.delegation.Gift;
import no.altinn.rest.language.Language;
import no.altinn.rest.odata.ListType;
import no.altinn.rest.permission.Held;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.OsloTime;
import no.altinn.rest.representation.Resource;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/** A role that somebody has, as clients see it. */
public final class RoleResource {
    public static final String REL = "roles";
    public static final String TYPE = "Role";
    public static final ListType LIST_TYPE =
            new ListType(
                    TYPE,
                    List.of(
                            "RoleType",
                            "RoleDefinitionCode",
                            "RoleName",
                            "RoleDescription",
                            "Delegator"),
                    List.of("RoleDefinitionId", "RoleId"),
                    List.of("DelegatedTime"),
                    List.of());

    private RoleResource() {}

    /**
     * Every role of a user, those of registers first.
     *
     * @param roles all that there are, by code; others are not shown
     * @param definition the address of a role definition, by its id
     */
    public static List<Resource> of(
            Held held,
            Map<String, RoleDefinition> roles,
            Language language,
            IntFunction<String> definition) {
        List<Resource> all = new ArrayList<>();
        held.external().stream()
                .map(roles::get)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(RoleDefinition::id))
                .map(role -> resource(role, Members.none(), language, definition))
                .forEach(all::add);
        all.addAll(of(held.given(), roles, language, definition));
        return all;
    }

    /** The roles among what was given, by their definitions. */
    static List<Resource> of(
            List<Delegation> given,
            Map<String, RoleDefinition> roles,
            Language language,
            IntFunction<String> definition) {
        return given.stream()
                .filter(each -> each.gift() instanceof Gift.Role)
                .filter(each -> roles.containsKey(each.gift().key()))
                .sorted(
                        Comparator.comparing((Delegation each) -> roles.get(each.gift().key()).id())
                                .thenComparing(Delegation::number))
                .map(
                        each ->
                                resource(
                                        roles.get(each.gift().key()),
                                        given(each),
                                        language,
                                        definition))
                .toList();
    }

    private static Members given(Delegation delegation) {
        return Members.builder()
                .number("RoleId", delegation.number())
                .text(
                        "Delegator",
                        Optional.of(delegation.giver().name()).filter(name -> !name.isEmpty()))
                .text("DelegatedTime", OsloTime.of(delegation.at()))
                .build();
    }

    private static Resource resource(
            RoleDefinition role, Members more, Language language, IntFunction<String> definition) {
        return Resource.of(
                TYPE,
                RoleDefinitionResource.members(role, language).and(more),
                Link.of("roledefinition", definition.apply(role.id())));
    }
}
