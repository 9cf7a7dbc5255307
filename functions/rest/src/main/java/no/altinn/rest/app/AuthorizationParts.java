package no.altinn.rest.app;

import no.altinn.rest.access.Permissions;
import no.altinn.rest.access.Reportees;
import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.delegation.Delegations;
import no.altinn.rest.delegation.LocalRoles;
import no.altinn.rest.delegation.Receivers;
import no.altinn.rest.door.Routes;
import no.altinn.rest.endpoint.authorization.DelegationRoutes;
import no.altinn.rest.endpoint.authorization.GiftBody;
import no.altinn.rest.endpoint.authorization.RightRoutes;
import no.altinn.rest.endpoint.authorization.RoleDefinitionRoutes;
import no.altinn.rest.endpoint.authorization.RoleRoutes;
import no.altinn.rest.endpoint.serviceowner.FeedRoutes;
import no.altinn.rest.endpoint.serviceowner.OwnerAuthorizationRoutes;
import no.altinn.rest.endpoint.serviceowner.OwnerDelegationRoutes;
import no.altinn.rest.endpoint.serviceowner.OwnerRoleDefinitionRoutes;
import no.altinn.rest.endpoint.serviceowner.SrrRoutes;
import no.altinn.rest.happening.HappeningFeed;
import no.altinn.rest.login.Users;
import no.altinn.rest.permission.Administration;
import no.altinn.rest.permission.Holdings;
import no.altinn.rest.permission.PartyRoles;
import no.altinn.rest.permission.RolePermissions;
import no.altinn.rest.permission.RoleRights;
import no.altinn.rest.profile.Profiles;
import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.Tables;
import no.altinn.rest.reportee.DelegatedParties;
import no.altinn.rest.reportee.ExternalParties;
import no.altinn.rest.reportee.KnownParties;
import no.altinn.rest.reportee.NamedParties;
import no.altinn.rest.role.ExternalRoles;
import no.altinn.rest.srr.SrrRules;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntSupplier;

/** The part of the app that is about roles, rights and delegations. */
public final class AuthorizationParts {
    private final Ground ground;
    private final Delegations delegations;
    private final LocalRoles localRoles;
    private final Holdings holdings;
    private final Permissions permissions;
    private final SrrRules rules;
    private final HappeningFeed feed;

    /**
     * What authorization stands on.
     *
     * @param externalRoles remembers answers
     * @param externalParties the same
     */
    public record Ground(
            EntryStore entries,
            Catalogue catalogue,
            ExternalRoles externalRoles,
            ExternalParties externalParties,
            KnownParties known,
            Users users,
            Profiles profiles) {}

    public AuthorizationParts(Ground ground, Clock clock) {
        this.ground = ground;
        IntSupplier numbers =
                () ->
                        ThreadLocalRandom.current()
                                .nextInt(Delegations.FIRST_NUMBER, Delegations.LAST_NUMBER + 1);
        EntryStore entries = ground.entries();
        delegations = new Delegations(entries.of(Tables.DELEGATIONS), numbers, clock);
        localRoles = new LocalRoles(entries.of(Tables.DELEGATIONS), numbers);
        holdings =
                new Holdings(
                        ground.externalRoles(), ground.externalParties(), delegations, localRoles);
        permissions = new RolePermissions(holdings, ground.catalogue());
        rules = new SrrRules(entries.of(Tables.RULES), clock);
        feed = new HappeningFeed(entries.of(Tables.HAPPENINGS), clock);
    }

    /** What was given, for those who fill the store with data for trying. */
    public Delegations delegations() {
        return delegations;
    }

    /** Whom users act for by what was given. */
    public DelegatedParties delegatedParties() {
        return holdings;
    }

    public Permissions permissions() {
        return permissions;
    }

    /** Which parties service owners admit. */
    public SrrRules rules() {
        return rules;
    }

    /** The routes. */
    public List<Routes> routes(Reportees reportees) {
        Catalogue catalogue = ground.catalogue();
        PartyRoles roles = new PartyRoles(catalogue, localRoles);
        Administration administration =
                new Administration(holdings, delegations, localRoles, catalogue);
        Receivers receivers =
                new Receivers(new NamedParties(ground.known()), ground.known(), ground.users());
        GiftBody gifts = new GiftBody(catalogue, roles);
        return List.of(
                new RoleRoutes(holdings, delegations, roles),
                new RightRoutes(holdings, delegations, catalogue),
                new RoleDefinitionRoutes(
                        roles,
                        new RoleRights(catalogue, localRoles),
                        localRoles,
                        administration,
                        gifts),
                new DelegationRoutes(administration, roles, receivers, gifts, reportees),
                new OwnerAuthorizationRoutes(
                        ground.profiles(), reportees, holdings, roles, catalogue),
                new OwnerDelegationRoutes(
                        delegations, receivers, gifts, ground.profiles(), reportees),
                new OwnerRoleDefinitionRoutes(catalogue),
                new SrrRoutes(rules, catalogue, ground.profiles(), reportees),
                new FeedRoutes(feed, catalogue));
    }
}
