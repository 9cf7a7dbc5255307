package no.altinn.rest.endpoint.catalogue;

import no.altinn.rest.catalogue.RoleDefinition;
import no.altinn.rest.door.Visit;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.Resource;

/** A role as a resource, in the visit's language (rest-resources.md "Metadata"). */
final class RoleResource {
    private RoleResource() {}

    static Resource of(RoleDefinition role, Visit visit) {
        return Resource.of(
                "RoleDefinition",
                Members.builder()
                        .text("RoleType", role.kind().title())
                        .number("RoleDefinitionId", role.id())
                        .text("RoleDefinitionCode", role.code())
                        .text("RoleName", role.name().in(visit.language()))
                        .text("RoleDescription", role.description().in(visit.language()))
                        .build(),
                Link.of("self", visit.address(RoleRoutes.ALL + "/" + role.id())));
    }

    /** That a role may use a service. */
    static Resource requirement(RoleDefinition role, Visit visit) {
        return Resource.of(
                "RoleRequirement",
                Members.builder()
                        .number("RoleDefinitionId", role.id())
                        .text("RoleDefinitionCode", role.code())
                        .text("LocalizedRoleName", role.name().in(visit.language()))
                        .flag("IsDelegable", role.isDelegable())
                        .build(),
                Link.of("roledefinition", visit.address(RoleRoutes.ALL + "/" + role.id())));
    }
}
