package no.altinn.rest.login;

import no.altinn.platform.client.Unavailable;
import no.altinn.rest.language.Language;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.Search;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The users that this system keeps, persons and enterprise users (rest-api.md §5). Persons' ids are
 * those of Altinn Profile. Thread-safe.
 */
public final class Users {
    /** Writers of one user at once; each round one of them has written. */
    private static final int TRIES = 20;

    private final Entries users;
    private final LoginNames names;
    private final Clock clock;

    /**
     * The users of a table.
     *
     * @param users the entries of {@link no.altinn.rest.record.Tables#USERS}
     */
    public Users(Entries users, Clock clock) {
        this.users = users;
        this.names = new LoginNames(users, clock);
        this.clock = clock;
    }

    /** The user of an id. */
    public Optional<Account> find(int userId) {
        return entry(userId).map(AccountEntry::read);
    }

    /** The user who logs in with a name, in any case. */
    public Optional<Account> named(String text) {
        return UserName.read(text)
                .flatMap(
                        name ->
                                names.holder(name).stream()
                                        .boxed()
                                        .findFirst()
                                        .flatMap(this::find)
                                        .filter(user -> bears(user, name)));
    }

    /** The enterprise users of an organisation without their hashes, by id. */
    List<Account> ofOrganisation(String number, int most) {
        return users
                .search(Search.everywhere().with(AccountEntry.OWNER, Set.of(number)).page(0, most))
                .stream()
                .map(AccountEntry::read)
                .toList();
    }

    /** The language that a user reads; Bokmål for who is not kept. */
    public Language language(int userId) {
        return find(userId).map(Account::language).orElse(Language.BOKMAAL);
    }

    /**
     * A person, who is kept from now on.
     *
     * @param language what the person reads, if it is not known here
     */
    public Account ensure(int userId, Language language) {
        Optional<Account> known = find(userId);
        if (known.isPresent()) {
            return known.get();
        }
        Account made = fresh(userId, Optional.empty(), language);
        return users.add(AccountEntry.of(made))
                ? made
                : find(userId)
                        .orElseThrow(() -> new Unavailable("A user was removed while it was made"));
    }

    /**
     * Gives a person a name and a password; those before count no more.
     *
     * @param passwordHash by {@link Passwords}
     * @throws InvalidUser if the name is another's, or the id an enterprise user's
     */
    public void assign(int userId, UserName name, String passwordHash) {
        Account before = ensure(userId, Language.BOKMAAL);
        if (before.organisation().isPresent()) {
            throw new InvalidUser("The user is an enterprise user");
        }
        claim(name, userId);
        change(userId, user -> user.called(name).with(stamp(), passwordHash));
        releaseOther(before, name);
    }

    /** Gives a user another name. */
    void rename(Account user, UserName name) {
        claim(name, user.userId());
        change(user.userId(), one -> one.called(name));
        releaseOther(user, name);
    }

    /** Gives a user another password; logins with the one before end. */
    void changePassword(int userId, String passwordHash) {
        change(userId, user -> user.with(stamp(), passwordHash));
    }

    /**
     * Adds an enterprise user.
     *
     * @param passwordHash of the secret, by {@link Passwords}
     * @return empty if the id is another's already
     * @throws InvalidUser if the name is another's
     */
    public Optional<Account> add(
            int userId, String organisation, UserName name, String passwordHash) {
        if (entry(userId).isPresent()) {
            return Optional.empty();
        }
        claim(name, userId);
        Account made =
                fresh(userId, Optional.of(organisation), Language.BOKMAAL)
                        .called(name)
                        .with(stamp(), passwordHash);
        if (users.add(AccountEntry.of(made))) {
            return Optional.of(made);
        }
        names.release(name, userId);
        return Optional.empty();
    }

    /** Removes a user, and sets the name free. */
    void remove(Account user) {
        String id = AccountEntry.id(user.userId());
        users.remove(id, id);
        user.userName()
                .flatMap(UserName::read)
                .ifPresent(name -> names.release(name, user.userId()));
    }

    private void claim(UserName name, int userId) {
        boolean isClaimed =
                names.claim(
                        name,
                        userId,
                        other -> find(other).filter(user -> bears(user, name)).isPresent());
        if (!isClaimed) {
            throw InvalidUser.taken();
        }
    }

    private void releaseOther(Account before, UserName kept) {
        before.userName()
                .flatMap(UserName::read)
                .filter(name -> !name.isSame(kept.text()))
                .ifPresent(name -> names.release(name, before.userId()));
    }

    private void change(int userId, UnaryOperator<Account> change) {
        for (int tried = 0; tried < TRIES; tried++) {
            Entry before =
                    entry(userId)
                            .orElseThrow(
                                    () -> new Unavailable("A user was removed while it changed"));
            Account after = change.apply(AccountEntry.read(before));
            if (users.replace(AccountEntry.of(after), before.version())) {
                return;
            }
        }
        throw new Unavailable("A user was written by too many at once");
    }

    private Account fresh(int userId, Optional<String> organisation, Language language) {
        return new Account(
                userId,
                Optional.empty(),
                organisation,
                language,
                clock.instant(),
                stamp(),
                Optional.empty());
    }

    private Optional<Entry> entry(int userId) {
        String id = AccountEntry.id(userId);
        return users.find(id, id);
    }

    private static boolean bears(Account user, UserName name) {
        return user.userName().filter(name::isSame).isPresent();
    }

    private static String stamp() {
        return UUID.randomUUID().toString();
    }
}
