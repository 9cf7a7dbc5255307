package no.altinn.rest.door;

import no.altinn.rest.access.Caller;

import java.util.Set;

/** Whether a caller is the one that a route is for (rest-api.md §4). */
final class Login {
    private static final String NO_ORGANISATION =
            "Authorization failed: There is no authenticated organization number set on this"
                    + " request";
    private static final String ENDUSER = "altinn:enduser";
    private static final String SERVICE_OWNER = "altinn:serviceowner";

    private Login() {}

    /**
     * The user.
     *
     * @throws RestError 401 for nobody; 403 for an organisation
     */
    static Caller.User user(Caller caller) {
        if (caller instanceof Caller.User user) {
            return user;
        }
        throw caller instanceof Caller.Nobody
                ? RestError.unauthorized(
                        "Authorization failed: There is no authenticated user set on this request")
                : RestError.forbidden("This operation is for users, not for organizations");
    }

    /**
     * The organisation.
     *
     * @throws RestError 401 if another calls
     */
    static Caller.Organisation organisation(Caller caller) {
        if (caller instanceof Caller.Organisation organisation) {
            return organisation;
        }
        throw RestError.unauthorized(NO_ORGANISATION);
    }

    /**
     * Requires that the caller is of the kind that a route needs.
     *
     * @throws RestError 401 or 403 if not
     */
    static void require(Needs needs, Caller caller) {
        switch (needs) {
            case USER -> user(caller);
            case ORGANISATION -> organisation(caller);
            case SERVICE_OWNER -> {
                if (organisation(caller).serviceOwners().isEmpty()) {
                    throw RestError.forbidden("This operation is for service owners");
                }
            }
            case NOTHING, ANYBODY, PLATFORM -> {
                // Whoever calls will do, or has been asked for a token of another kind.
            }
        }
    }

    /**
     * Requires one of a route's scopes of a bearer token; {@code altinn:enduser} stands for all but
     * the service owners'.
     *
     * @throws RestError 401 if the token has none of them
     */
    static void requireScope(Set<String> scopes, Caller caller) {
        if (scopes.isEmpty() || caller.grantedScopes().isEmpty()) {
            return;
        }
        Set<String> granted = caller.grantedScopes().get();
        boolean isForUsers = scopes.stream().noneMatch(scope -> scope.startsWith(SERVICE_OWNER));
        if (scopes.stream().noneMatch(granted::contains)
                && !(isForUsers && granted.contains(ENDUSER))) {
            throw RestError.unauthorized("Claims Authorization failed: Missing required scope");
        }
    }
}
