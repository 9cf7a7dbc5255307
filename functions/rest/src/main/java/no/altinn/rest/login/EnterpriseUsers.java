package no.altinn.rest.login;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Users that organisations make for their systems. Such a user has no rights until some are
 * delegated. It logs in with its secret and a certificate of its organisation. Thread-safe.
 */
public final class EnterpriseUsers {
    /** How many an organisation may have. */
    public static final int MOST = 1_000;

    /** Ids that no person has: Altinn counts persons up from small numbers. */
    private static final int FIRST_ID = 1_500_000_000;

    private static final int SECRET_BYTES = 32;
    private static final int TRIES = 10;

    private final Users users;
    private final Passwords passwords;
    private final Turns turns;
    private final SecureRandom random;

    public EnterpriseUsers(Users users, Passwords passwords, Turns turns, SecureRandom random) {
        this.users = users;
        this.passwords = passwords;
        this.turns = turns;
        this.random = random;
    }

    /**
     * A user with its secret, which is told once.
     *
     * @param secret never log it
     */
    public record Made(Account user, String secret) {
        @Override
        public String toString() {
            return user.toString();
        }
    }

    /** All of an organisation's, by name. */
    public List<Account> of(String organisation) {
        return users.ofOrganisation(organisation, MOST).stream()
                .sorted(Comparator.comparing(user -> user.userName().orElse("")))
                .toList();
    }

    /** One of an organisation's by its name, in any case. */
    public Optional<Account> find(String organisation, String name) {
        return users.named(name)
                .filter(user -> user.organisation().filter(organisation::equals).isPresent());
    }

    /**
     * Makes a user with a random secret.
     *
     * @throws InvalidUser if the name is taken, or the organisation has as many as it may
     * @throws TooManyLogins if too many secrets and passwords are hashed now
     */
    public Made add(String organisation, UserName name) {
        String secret = secret();
        return new Made(add(organisation, name, secret), secret);
    }

    /**
     * Makes a user with a given secret.
     *
     * @throws InvalidUser if the name is taken, or the organisation has as many as it may
     * @throws TooManyLogins if too many secrets and passwords are hashed now
     */
    public Account add(String organisation, UserName name, String secret) {
        if (users.named(name.text()).isPresent()) {
            throw InvalidUser.taken();
        }
        if (users.ofOrganisation(organisation, MOST).size() >= MOST) {
            throw new InvalidUser(
                    "An organisation has %d enterprise users at most".formatted(MOST));
        }
        String hash = hash(secret);
        for (int tried = 0; tried < TRIES; tried++) {
            Optional<Account> made = users.add(newId(), organisation, name, hash);
            if (made.isPresent()) {
                return made.get();
            }
        }
        throw new IllegalStateException("No id was free for an enterprise user");
    }

    /** Gives a user another secret, and ends its logins with the one before. */
    public Made rotateSecret(Account user) {
        String secret = secret();
        users.changePassword(user.userId(), hash(secret));
        return new Made(user, secret);
    }

    /**
     * Gives a user another name.
     *
     * @throws InvalidUser if it is taken
     */
    public void rename(Account user, UserName name) {
        users.rename(user, name);
    }

    /** Removes a user, whose logins end. */
    public void remove(Account user) {
        users.remove(user);
    }

    private String hash(String secret) {
        return turns.take(() -> passwords.hash(secret));
    }

    private int newId() {
        return FIRST_ID + random.nextInt(Integer.MAX_VALUE - FIRST_ID);
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
