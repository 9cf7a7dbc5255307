package no.altinn.authentication.exchange;

import java.util.Set;

/** The scopes that only service owners get. */
final class ServiceOwnerScope {
    private static final String SERVICE_OWNER = "altinn:serviceowner";

    private ServiceOwnerScope() {}

    /** Whether the scope itself or one below it is among these; one that begins alike is not. */
    static boolean isAmong(Set<String> scopes) {
        return scopes.stream()
                .anyMatch(
                        scope ->
                                scope.equals(SERVICE_OWNER)
                                        || scope.startsWith(SERVICE_OWNER + "/"));
    }
}
