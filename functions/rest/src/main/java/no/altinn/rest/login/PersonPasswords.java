package no.altinn.rest.login;

/** Gives persons their names and passwords. Thread-safe. */
public final class PersonPasswords {
    /** The bounds of a password, in characters. */
    static final int SHORTEST = 8;

    static final int LONGEST = 200;

    private final Users users;
    private final Profiles profiles;
    private final Passwords passwords;
    private final Turns turns;

    public PersonPasswords(Users users, Profiles profiles, Passwords passwords, Turns turns) {
        this.users = users;
        this.profiles = profiles;
        this.passwords = passwords;
        this.turns = turns;
    }

    /**
     * Gives a person a name and a password; the logins with those before end.
     *
     * @return whether there is such a user in Altinn; else nothing is changed
     * @throws InvalidUser if the name or the password is of another form, or the name another's
     * @throws TooManyLogins if too many passwords are hashed now
     * @throws no.altinn.platform.client.Unavailable if the answer cannot be had now
     */
    public boolean assign(int userId, String userName, String password) {
        UserName name = UserName.of(userName);
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new InvalidUser(
                    "Password must be of %d to %d characters".formatted(SHORTEST, LONGEST));
        }
        if (profiles.ofUser(userId).isEmpty()) {
            return false;
        }
        String hash = turns.take(() -> passwords.hash(password));
        users.assign(userId, name, hash);
        return true;
    }
}
