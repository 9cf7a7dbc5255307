package no.altinn.rest.endpoint.reportee;

import no.altinn.rest.access.Reportee;
import no.altinn.rest.odata.ListType;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.Resource;

import java.util.List;

/** An organisation as clients see it. */
final class OrganizationResource {
    static final String REL = "organizations";
    static final String TYPE = "Organization";
    static final ListType LIST_TYPE =
            new ListType(
                    TYPE,
                    List.of("Name", "OrganizationNumber", "Type"),
                    List.of(),
                    List.of(),
                    List.of());

    private OrganizationResource() {}

    /**
     * An organisation.
     *
     * @param unit no person
     */
    static Resource of(Reportee unit, Link... links) {
        return Resource.of(
                TYPE,
                Members.builder()
                        .text("Name", unit.name())
                        .text("OrganizationNumber", unit.organisationNumber())
                        .text("Type", unit.form().orElse(unit.kind().title()))
                        .build(),
                links);
    }
}
