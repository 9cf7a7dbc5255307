package no.altinn.rest.login;

import no.altinn.platform.profile.UserProfile;
import no.altinn.rest.access.Caller;
import no.altinn.rest.certificate.CertificateRefused;
import no.altinn.rest.certificate.EnterpriseCertificates;
import no.altinn.rest.record.Entries;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Logs in with a name and a password: persons at level 1, enterprise users with a certificate of
 * their organisation at level 3. Thread-safe.
 */
public final class PasswordLogin {
    private static final int PERSON = 1;
    private static final int CERTIFICATE = 3;

    private final Users users;
    private final Profiles profiles;
    private final Passwords passwords;
    private final Turns turns;
    private final Failures failures;
    private final EnterpriseCertificates certificates;
    private final Sessions sessions;

    /**
     * @param logins the entries of {@link no.altinn.rest.record.Tables#LOGINS}
     */
    public PasswordLogin(
            Users users,
            Profiles profiles,
            Passwords passwords,
            Turns turns,
            Entries logins,
            EnterpriseCertificates certificates,
            Sessions sessions,
            Clock clock) {
        this.users = users;
        this.profiles = profiles;
        this.passwords = passwords;
        this.turns = turns;
        this.failures = new Failures(logins, clock);
        this.certificates = certificates;
        this.sessions = sessions;
    }

    /**
     * Logs a user in.
     *
     * @param name a login name in any case, or a person's national number
     * @param certificate the client's as it came, DER in Base64; empty for none
     * @return the value of the login's cookie
     * @throws LoginRefused if there is no such user with this password; in the same words for both
     * @throws CertificateRefused if an enterprise user comes without a good certificate of its
     *     organisation; its secret is not looked at then
     * @throws LockedOut if too many logins with the name have failed
     * @throws TooManyLogins if too many log in now
     * @throws no.altinn.platform.client.Unavailable if the answer cannot be had now
     */
    public String login(String name, String password, Optional<String> certificate) {
        Optional<Account> found = account(name);
        found.flatMap(Account::organisation)
                .ifPresent(organisation -> requireCertificate(organisation, certificate));
        Account account = turns.take(() -> proven(name, password, found));
        Caller.User user =
                account.organisation()
                        .map(organisation -> enterpriseUser(account, organisation))
                        .orElseGet(() -> person(account));
        return sessions.begin(user, account);
    }

    private Optional<Account> account(String name) {
        return UserName.isNationalNumber(name)
                ? profiles.ofPerson(name).flatMap(profile -> users.find(profile.userId()))
                : users.named(name);
    }

    private void requireCertificate(String organisation, Optional<String> certificate) {
        String holder =
                certificates.organisation(
                        certificate.orElseThrow(
                                () -> new CertificateRefused("No certificate was sent")));
        if (!holder.equals(organisation)) {
            throw new CertificateRefused("The certificate is of another organisation");
        }
    }

    /** Looks at the lock when it is its turn: others may have failed while this login waited. */
    private Account proven(String name, String password, Optional<Account> found) {
        boolean hasFailed = failures.requireOpen(name);
        if (!passwords.matches(password, found.flatMap(Account::passwordHash))) {
            failures.count(name);
            throw LoginRefused.password();
        }
        if (hasFailed) {
            failures.clear(name);
        }
        return found.orElseThrow(LoginRefused::password);
    }

    private static Caller.User enterpriseUser(Account account, String organisation) {
        return new Caller.User(
                account.userId(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.of(organisation),
                CERTIFICATE,
                Optional.empty());
    }

    private Caller.User person(Account account) {
        UserProfile profile =
                profiles.ofUser(account.userId())
                        .orElseThrow(
                                () -> new LoginRefused("The user is no user of Altinn any more"));
        return Persons.user(profile, PERSON, Optional.empty());
    }
}
