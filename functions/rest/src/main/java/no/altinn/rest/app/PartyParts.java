package no.altinn.rest.app;

import no.altinn.platform.app.ServiceSettings;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.profile.HttpUserProfiles;
import no.altinn.platform.register.HttpRegister;
import no.altinn.rest.access.Permissions;
import no.altinn.rest.access.Reportees;
import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.contact.Contacts;
import no.altinn.rest.door.Routes;
import no.altinn.rest.endpoint.profile.ContactInformationRoutes;
import no.altinn.rest.endpoint.profile.ProfileRoutes;
import no.altinn.rest.endpoint.reportee.OrganizationRoutes;
import no.altinn.rest.endpoint.reportee.OwnerContactRoutes;
import no.altinn.rest.endpoint.reportee.OwnerOrganizationRoutes;
import no.altinn.rest.endpoint.reportee.OwnerReporteeRoutes;
import no.altinn.rest.endpoint.reportee.RecipientRoutes;
import no.altinn.rest.endpoint.reportee.ReporteeRoutes;
import no.altinn.rest.login.Users;
import no.altinn.rest.lookup.HttpExternalParties;
import no.altinn.rest.lookup.HttpExternalRoles;
import no.altinn.rest.lookup.HttpProfiles;
import no.altinn.rest.lookup.PlatformService;
import no.altinn.rest.profile.Accounts;
import no.altinn.rest.profile.Profiles;
import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.Tables;
import no.altinn.rest.reportee.AccessReportees;
import no.altinn.rest.reportee.AllowedReportees;
import no.altinn.rest.reportee.CachedExternalParties;
import no.altinn.rest.reportee.DelegatedParties;
import no.altinn.rest.reportee.ExternalParties;
import no.altinn.rest.reportee.KnownParties;
import no.altinn.rest.reportee.NamedParties;
import no.altinn.rest.reportee.Recipients;
import no.altinn.rest.role.CachedExternalRoles;
import no.altinn.rest.role.ExternalRoles;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What is known of parties, each part once; no connection is opened before the first call.
 *
 * <p>Permissions need the external roles, and the routes need the permissions. So the routes are
 * made when the permissions are there.
 */
public final class PartyParts {
    /** How many lookups for one list are under way at once. */
    static final int LOOKUPS_AT_ONCE = 16;

    private final CachedExternalParties externalParties;
    private final CachedExternalRoles externalRoles;
    private final KnownParties known;
    private final NamedParties named;
    private final Profiles profiles;
    private final Contacts contacts;
    private final SideBySide calls;

    /**
     * Makes them.
     *
     * @param platformAccessToken gives the token with which this app calls the rest of the platform
     * @param threads where further lookups are made when a list needs more than one
     */
    public PartyParts(
            PartySettings settings,
            EntryStore entries,
            Supplier<String> platformAccessToken,
            PlatformHttp http,
            Executor threads,
            Clock clock) {
        PlatformService authorization =
                service(http, settings.authorization(), platformAccessToken);
        this.externalParties =
                new CachedExternalParties(new HttpExternalParties(authorization), clock);
        this.externalRoles = new CachedExternalRoles(new HttpExternalRoles(authorization), clock);
        this.known =
                new KnownParties(
                        new HttpRegister(
                                http,
                                settings.register().base(),
                                settings.register().subscriptionKey(),
                                platformAccessToken),
                        clock);
        this.named = new NamedParties(known);
        this.profiles =
                new HttpProfiles(
                        new HttpUserProfiles(
                                http,
                                settings.profile().base(),
                                settings.profile().subscriptionKey(),
                                platformAccessToken));
        this.contacts = new Contacts(entries.of(Tables.CONTACTS), clock);
        this.calls = new SideBySide(threads, LOOKUPS_AT_ONCE);
    }

    private static PlatformService service(
            PlatformHttp http, ServiceSettings settings, Supplier<String> platformAccessToken) {
        return new PlatformService(
                http, settings.base(), settings.subscriptionKey(), platformAccessToken);
    }

    /** The roles that persons have by public registers. */
    public ExternalRoles externalRoles() {
        return externalRoles;
    }

    /** Whom persons act for by public registers. */
    public ExternalParties externalParties() {
        return externalParties;
    }

    /** What Register knows of parties. */
    public KnownParties known() {
        return known;
    }

    /** Who is which user. */
    public Profiles profiles() {
        return profiles;
    }

    /** Parties by number and name together. */
    public NamedParties named() {
        return named;
    }

    /** Whom users act for. */
    public Reportees reportees(DelegatedParties delegated) {
        return new AccessReportees(externalParties, delegated, known, calls);
    }

    /** The routes of reportees, organisations, profiles and contact information. */
    public List<Routes> routes(
            Reportees reportees, Permissions permissions, Catalogue catalogue, Users users) {
        AllowedReportees allowed = new AllowedReportees(permissions, calls);
        return List.of(
                new ReporteeRoutes(reportees, allowed, named, catalogue),
                new OrganizationRoutes(reportees),
                new OwnerReporteeRoutes(profiles, reportees, allowed, catalogue),
                new OwnerOrganizationRoutes(reportees, contacts),
                new OwnerContactRoutes(reportees, contacts, catalogue, permissions, calls),
                new RecipientRoutes(new Recipients(known, named, profiles, contacts)),
                new ProfileRoutes(profiles, accounts(users), known),
                new ContactInformationRoutes(contacts));
    }

    private static Accounts accounts(Users users) {
        return userId ->
                users.find(userId)
                        .map(
                                account ->
                                        new Accounts.Account(
                                                account.userName(),
                                                Optional.of(account.language())));
    }

    /** Forgets what other services told, for a caller who knows that it has changed. */
    public void forget() {
        externalParties.forget();
        externalRoles.forget();
        known.forget();
    }
}
