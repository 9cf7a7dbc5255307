package no.altinn.rest.endpoint.reportee;

import no.altinn.rest.access.Reportee;
import no.altinn.rest.door.Visit;
import no.altinn.rest.odata.ListType;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.Resource;

import java.util.List;

/**
 * A reportee as clients see it. The members are the contract's and no others: navikt's proxy fails
 * on a member that it does not know.
 */
public final class ReporteeResource {
    static final String REL = "reportees";
    static final String TYPE = "Reportee";
    static final ListType LIST_TYPE =
            new ListType(
                    TYPE,
                    List.of(
                            "ReporteeId",
                            "Name",
                            "Type",
                            "SocialSecurityNumber",
                            "OrganizationNumber",
                            "ParentOrganizationNumber",
                            "OrganizationForm",
                            "Status"),
                    List.of(),
                    List.of(),
                    List.of());

    private ReporteeResource() {}

    /** One of a user's own. */
    static Resource of(Reportee reportee, Visit visit) {
        Members id = Members.builder().text("ReporteeId", reportee.id()).build();
        return Resource.of(
                TYPE,
                id.and(members(reportee)),
                Link.of("self", visit.address("reportees/" + reportee.id())),
                Link.of("messages", visit.address(reportee.id() + "/messages")));
    }

    /** One of somebody else's, for a service owner: without id and links. */
    public static Resource ofSubject(Reportee reportee) {
        return Resource.of(TYPE, members(reportee));
    }

    private static Members members(Reportee reportee) {
        Members.Builder members =
                Members.builder()
                        .text("Name", reportee.name())
                        .text("Type", reportee.kind().title())
                        .text("SocialSecurityNumber", reportee.nationalNumber())
                        .text("OrganizationNumber", reportee.organisationNumber())
                        .text("ParentOrganizationNumber", reportee.parent())
                        .text("OrganizationForm", reportee.form());
        if (reportee.kind() != Reportee.Kind.PERSON) {
            members.text("Status", reportee.isDeleted() ? "Inactive" : "Active");
        }
        return members.build();
    }
}
