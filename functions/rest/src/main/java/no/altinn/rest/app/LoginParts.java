package no.altinn.rest.app;

import no.altinn.platform.app.PlatformServices;
import no.altinn.platform.app.TokenSettings;
import no.altinn.platform.auth.AltinnTokenValidator;
import no.altinn.platform.auth.OutsideIssuer;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.jose.CachedSigningKeys;
import no.altinn.platform.jose.JwksSigningKeys;
import no.altinn.platform.jose.KeySetSource;
import no.altinn.platform.orgs.CachedServiceOwners;
import no.altinn.platform.orgs.HttpServiceOwnerList;
import no.altinn.platform.profile.HttpUserProfiles;
import no.altinn.platform.profile.UserProfile;
import no.altinn.platform.seal.Seal;
import no.altinn.platform.seal.SealingKeys;
import no.altinn.rest.access.Callers;
import no.altinn.rest.application.KnownApplications;
import no.altinn.rest.certificate.CachedRevocationLists;
import no.altinn.rest.certificate.EnterpriseCertificates;
import no.altinn.rest.certificate.TrustedCertificates;
import no.altinn.rest.door.Routes;
import no.altinn.rest.endpoint.login.BrowserRoutes;
import no.altinn.rest.endpoint.login.EnterpriseUserRoutes;
import no.altinn.rest.endpoint.login.PasswordRoutes;
import no.altinn.rest.endpoint.login.PrivateUserRoutes;
import no.altinn.rest.endpoint.login.RequestCallers;
import no.altinn.rest.login.BearerLogin;
import no.altinn.rest.login.BrowserLogin;
import no.altinn.rest.login.CachedProfiles;
import no.altinn.rest.login.EnterpriseUsers;
import no.altinn.rest.login.PasswordLogin;
import no.altinn.rest.login.Passwords;
import no.altinn.rest.login.PersonPasswords;
import no.altinn.rest.login.Profiles;
import no.altinn.rest.login.ReturnAddresses;
import no.altinn.rest.login.Sessions;
import no.altinn.rest.login.Turns;
import no.altinn.rest.login.UserLanguages;
import no.altinn.rest.login.Users;
import no.altinn.rest.lookup.HttpIdPorten;
import no.altinn.rest.lookup.HttpRevocationLists;
import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.Tables;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What logins are made of, each part once; no connection is opened before the first call. */
public final class LoginParts {
    private final AltinnTokenValidator bearers;
    private final Users users;
    private final EnterpriseUsers enterpriseUsers;
    private final PersonPasswords personPasswords;
    private final UserLanguages languages;
    private final CachedServiceOwners serviceOwners;
    private final Callers callers;
    private final List<Routes> routes;

    /**
     * What logins stand on.
     *
     * @param entries the app's own records
     * @param cookieKeys what cookies are sealed with
     * @param platformAccessToken gives the token with which this app calls the rest of the platform
     */
    public record Ground(
            EntryStore entries, SealingKeys cookieKeys, Supplier<String> platformAccessToken) {}

    /**
     * Makes them.
     *
     * @param base this system's own address, ending in a slash
     * @param tokens which of Altinn's tokens are accepted
     */
    public LoginParts(
            URI base,
            TokenSettings tokens,
            LoginSettings settings,
            Ground ground,
            KnownApplications applications,
            PlatformHttp http,
            Clock clock) {
        SecureRandom random = new SecureRandom();
        Seal seal = new Seal(ground.cookieKeys(), random);
        Passwords passwords = new Passwords(random);
        Turns turns = new Turns();
        Profiles profiles = profiles(settings, ground, http, clock);
        this.users = new Users(ground.entries().of(Tables.USERS), clock);
        this.languages = new UserLanguages(users, clock);
        this.enterpriseUsers = new EnterpriseUsers(users, passwords, turns, random);
        this.personPasswords = new PersonPasswords(users, profiles, passwords, turns);
        this.serviceOwners =
                new CachedServiceOwners(
                        new HttpServiceOwnerList(http, settings.serviceOwners()), clock);
        Sessions sessions = new Sessions(seal, users, clock);
        OutsideIssuer idPorten =
                issuer(settings.idPorten(), new JwksSigningKeys(http, settings.idPorten()), clock);
        OutsideIssuer maskinporten =
                issuer(
                        settings.maskinporten(),
                        JwksSigningKeys.ofAuthorizationServer(http, settings.maskinporten()),
                        clock);
        EnterpriseCertificates certificates =
                settings.authorities()
                        .<EnterpriseCertificates>map(
                                authorities ->
                                        new TrustedCertificates(
                                                authorities,
                                                new CachedRevocationLists(
                                                        new HttpRevocationLists(), clock),
                                                clock))
                        .orElse(EnterpriseCertificates.NONE);
        boolean areCertificatesTaken = settings.authorities().isPresent();
        this.bearers = new PlatformServices(http, clock).bearers(tokens);
        this.callers =
                new RequestCallers(
                        new BearerLogin(
                                bearers,
                                idPorten,
                                maskinporten,
                                base,
                                serviceOwners,
                                profiles,
                                users),
                        certificates,
                        serviceOwners,
                        sessions,
                        base,
                        areCertificatesTaken,
                        clock);
        BrowserLogin browserLogin =
                new BrowserLogin(
                        new HttpIdPorten(
                                http, settings.idPorten(), settings.idPortenClientId(), clock),
                        idPorten,
                        settings.idPortenClientId(),
                        BrowserRoutes.callback(base),
                        new ReturnAddresses(
                                base, origin -> applications.hasOrigin(origin.toString())),
                        profiles,
                        users,
                        sessions,
                        ground.entries().of(Tables.LOGINS),
                        seal,
                        random,
                        clock);
        PasswordLogin passwordLogin =
                new PasswordLogin(
                        users,
                        profiles,
                        passwords,
                        turns,
                        ground.entries().of(Tables.LOGINS),
                        certificates,
                        sessions,
                        clock);
        this.routes =
                List.of(
                        new PasswordRoutes(passwordLogin, base, areCertificatesTaken),
                        new BrowserRoutes(browserLogin, base),
                        new EnterpriseUserRoutes(enterpriseUsers, applications),
                        new PrivateUserRoutes(personPasswords));
    }

    private static Profiles profiles(
            LoginSettings settings, Ground ground, PlatformHttp http, Clock clock) {
        HttpUserProfiles profile =
                new HttpUserProfiles(
                        http,
                        settings.profile().base(),
                        settings.profile().subscriptionKey(),
                        ground.platformAccessToken());
        return new CachedProfiles(
                new Profiles() {
                    @Override
                    public Optional<UserProfile> ofPerson(String nationalNumber) {
                        return profile.find(nationalNumber);
                    }

                    @Override
                    public Optional<UserProfile> ofUser(int userId) {
                        return profile.find(userId);
                    }
                },
                clock);
    }

    private static OutsideIssuer issuer(URI issuer, KeySetSource keys, Clock clock) {
        return new OutsideIssuer(issuer, new CachedSigningKeys(keys, clock), clock);
    }

    /**
     * Gets what the first bearer token would wait for.
     *
     * @throws no.altinn.platform.client.Unavailable if it cannot be had now
     */
    void warmUp() {
        bearers.warmUp();
    }

    /** Finds out who sends requests. */
    public Callers callers() {
        return callers;
    }

    /** The routes of logins and users. */
    public List<Routes> routes() {
        return routes;
    }

    /** The users that this system keeps. */
    public Users users() {
        return users;
    }

    public EnterpriseUsers enterpriseUsers() {
        return enterpriseUsers;
    }

    public PersonPasswords personPasswords() {
        return personPasswords;
    }

    /** The organisations that own services. */
    public CachedServiceOwners serviceOwners() {
        return serviceOwners;
    }

    /** What callers read. */
    public UserLanguages languages() {
        return languages;
    }
}
