package no.altinn.rest.endpoint.authorization;

import no.altinn.rest.delegation.Gift;
import no.altinn.rest.odata.ListType;
import no.altinn.rest.permission.HeldRight;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.Resource;

import java.util.List;

/** A right that somebody has, as clients see it. */
public final class RightResource {
    public static final String REL = "rights";
    public static final String TYPE = "Right";
    public static final ListType LIST_TYPE =
            new ListType(
                    TYPE,
                    List.of("RightType", "ServiceCode", "Action", "RightSourceType"),
                    List.of("RightID", "ServiceEditionCode"),
                    List.of(),
                    List.of("IsDelegatable"));

    private RightResource() {}

    /**
     * The resource.
     *
     * @param isDelegatable whether the user may give it to others
     */
    public static Resource of(HeldRight held, boolean isDelegatable) {
        Gift.Right right = held.right();
        return Resource.of(
                TYPE,
                Members.builder()
                        .number("RightID", held.id())
                        .text("RightType", "Service")
                        .text("ServiceCode", right.service().code())
                        .number("ServiceEditionCode", right.service().edition())
                        .text("Action", right.action().title())
                        .text(
                                "RightSourceType",
                                held.isDirect() ? "DirectlyDelegatedRights" : "RoleTypeRights")
                        .flag("IsDelegatable", isDelegatable)
                        .build());
    }
}
