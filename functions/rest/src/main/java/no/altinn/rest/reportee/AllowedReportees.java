package no.altinn.rest.reportee;

import no.altinn.platform.concurrent.SideBySide;
import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Permissions;
import no.altinn.rest.access.Reportee;
import no.altinn.rest.catalogue.ServiceKey;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Those of a user's reportees that the user may do something for. Thread-safe. */
public final class AllowedReportees {
    private final Permissions permissions;
    private final SideBySide calls;

    /**
     * @param calls how permissions are looked up, a reportee at a time
     */
    public AllowedReportees(Permissions permissions, SideBySide calls) {
        this.permissions = permissions;
        this.calls = calls;
    }

    /** Those for whom the user may do anything at all with one of the services. */
    public List<Reportee> with(Caller.User user, List<Reportee> all, List<ServiceKey> services) {
        return kept(
                all,
                each ->
                        services.stream()
                                .anyMatch(
                                        service ->
                                                !permissions
                                                        .of(user, each.partyId(), service)
                                                        .isEmpty()));
    }

    /** Those for whom the user has a role. */
    public List<Reportee> with(Caller.User user, List<Reportee> all, String roleCode) {
        return kept(all, each -> permissions.hasRole(user, each.partyId(), Set.of(roleCode)));
    }

    private List<Reportee> kept(List<Reportee> all, Predicate<Reportee> rule) {
        List<Boolean> allowed = calls.each(all, rule::test);
        return IntStream.range(0, all.size()).filter(allowed::get).mapToObj(all::get).toList();
    }
}
