package no.altinn.rest.endpoint.login;

import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.login.PersonPasswords;
import no.altinn.rest.representation.Fields;

import java.util.List;
import java.util.regex.Pattern;

/** Names and passwords of persons, for other parts of the platform (rest-api.md §5). */
public final class PrivateUserRoutes implements Routes {
    private static final Pattern USER_ID = Pattern.compile("[1-9][0-9]{0,8}");
    private static final int MOST_BODY = 16 * 1024;

    private final PersonPasswords passwords;

    public PrivateUserRoutes(PersonPasswords passwords) {
        this.passwords = passwords;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("PUT", "private/users/{userId}", this::assign)
                        .needing(Needs.PLATFORM)
                        .takingUpTo(MOST_BODY));
    }

    private Reply assign(Visit visit) {
        Fields body = visit.body();
        String name = body.required("UserName");
        String password = body.required("Password");
        String userId = visit.value("userId");
        boolean isUser =
                USER_ID.matcher(userId).matches()
                        && passwords.assign(Integer.parseInt(userId), name, password);
        if (!isUser) {
            throw RestError.notFound();
        }
        return Reply.done();
    }
}
