package no.altinn.rest.endpoint.authorization;

import no.altinn.rest.catalogue.RoleDefinition;
import no.altinn.rest.language.Language;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.Resource;

/** A role definition as clients see it (rest-resources.md, Metadata). */
public final class RoleDefinitionResource {
    public static final String REL = "roledefinitions";
    public static final String TYPE = "RoleDefinition";

    private RoleDefinitionResource() {}

    /**
     * The resource.
     *
     * @param address of the list that it stands in
     */
    public static Resource of(RoleDefinition role, Language language, String address) {
        return Resource.of(
                TYPE, members(role, language), Link.of("self", address + "/" + role.id()));
    }

    static Members members(RoleDefinition role, Language language) {
        return Members.builder()
                .text("RoleType", role.kind().title())
                .number("RoleDefinitionId", role.id())
                .text("RoleDefinitionCode", role.code())
                .text("RoleName", role.name().in(language))
                .text("RoleDescription", role.description().in(language))
                .build();
    }
}
