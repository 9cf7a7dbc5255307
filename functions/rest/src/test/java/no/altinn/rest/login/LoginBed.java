package no.altinn.rest.login;

import no.altinn.platform.auth.OutsideIssuer;
import no.altinn.platform.seal.Seal;
import no.altinn.rest.certificate.CertificateAuthorities;
import no.altinn.rest.certificate.EnterpriseCertificates;
import no.altinn.rest.certificate.TestAuthority;
import no.altinn.rest.certificate.TrustedCertificates;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.MemoryEntryStore;
import no.altinn.rest.record.Tables;
import no.altinn.testing.time.MutableClock;

import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Logins over records in memory. Person A is {@code ola} with {@code Passord-A1}, B is {@code kari}
 * with {@code Passord-B1}; {@code system310} with {@code Passord-E1} is an enterprise user of
 * 310000001.
 */
public final class LoginBed {
    public static final int OLA = 20000001;
    public static final int KARI = 20000002;
    public static final String ORGANISATION = "310000001";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Passwords PASSWORDS = new Passwords(RANDOM);
    private static final String OLAS = PASSWORDS.hash("Passord-A1");
    private static final String KARIS = PASSWORDS.hash("Passord-B1");
    private static final String SYSTEMS = PASSWORDS.hash("Passord-E1");

    public final MutableClock clock = MutableClock.at("2026-01-02T03:04:05Z");
    public final TestAuthority authority = TestAuthority.root("root", clock);
    public final KnownPersons profiles = new KnownPersons();
    public final Turns turns = new Turns();
    public final Users users;
    public final EnterpriseUsers enterpriseUsers;
    public final PersonPasswords personPasswords;
    public final EnterpriseCertificates certificates;
    public final Sessions sessions;
    public final PasswordLogin passwordLogin;
    public final Seal seal;
    final Entries logins;
    final Passwords passwords = PASSWORDS;

    /** The first one seals. */
    public final List<SecretKey> keys = new ArrayList<>(List.of(key(1)));

    public LoginBed() {
        this(entries -> entries);
    }

    /**
     * @param around what stands around the entries of each table
     */
    LoginBed(UnaryOperator<Entries> around) {
        MemoryEntryStore store = new MemoryEntryStore(clock);
        this.logins = around.apply(store.of(Tables.LOGINS));
        this.users = new Users(around.apply(store.of(Tables.USERS)), clock);
        this.enterpriseUsers = new EnterpriseUsers(users, PASSWORDS, turns, RANDOM);
        this.personPasswords = new PersonPasswords(users, profiles, PASSWORDS, turns);
        this.seal = new Seal(() -> List.copyOf(keys), RANDOM);
        this.sessions = new Sessions(seal, users, clock);
        this.certificates =
                new TrustedCertificates(
                        new CertificateAuthorities(List.of(authority.certificate()), List.of()),
                        address -> authority.crl(),
                        clock);
        this.passwordLogin =
                new PasswordLogin(
                        users, profiles, PASSWORDS, turns, logins, certificates, sessions, clock);
        users.assign(OLA, UserName.of("ola"), OLAS);
        users.assign(KARI, UserName.of("kari"), KARIS);
        users.add(1_500_000_001, ORGANISATION, UserName.of("system310"), SYSTEMS);
    }

    /** A key for sealing. */
    public static SecretKey key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return new SecretKeySpec(bytes, "AES");
    }

    /** Browser logins by a provider. */
    public BrowserLogin browserLogin(
            IdentityProvider provider,
            OutsideIssuer idPorten,
            URI redirect,
            ReturnAddresses addresses) {
        return new BrowserLogin(
                provider, idPorten, "rest", redirect, addresses, profiles, users, sessions, logins,
                seal, RANDOM, clock);
    }
}
