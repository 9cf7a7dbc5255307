package no.altinn.local.contract;

import java.util.List;
import java.util.Map;

/**
 * Somebody who holds a bearer token of the generator.
 *
 * @param kind of token
 * @param query asks for it
 * @param identity what the platform calls its holder
 * @param subject what its holder may subscribe to
 */
record TokenHolder(String kind, String query, String identity, String subject) {
    static final List<TokenHolder> ALL =
            List.of(
                    new TokenHolder(
                            "GetEnterpriseToken",
                            "org=ttd&orgNo=991825827",
                            "/org/ttd",
                            "/party/50000002"),
                    new TokenHolder(
                            "GetEnterpriseToken",
                            "orgNo=310000001",
                            "/organisation/310000001",
                            "/party/51000001"),
                    new TokenHolder(
                            "GetPersonalToken",
                            "pid=01909012345",
                            "/user/20000001",
                            "/party/50000001"),
                    new TokenHolder(
                            "GetSystemUserToken",
                            "systemUserId=" + Tokens.SYSTEM_USER,
                            "/systemuser/" + Tokens.SYSTEM_USER,
                            "/party/51000001"));

    /** The token that the generator usually gives. */
    String token(Tokens tokens) {
        return token(tokens, Tokens.SUBSCRIBE, "");
    }

    /** One with these scopes and more parameters, which begin with {@code &}. */
    String token(Tokens tokens, String scopes, String more) {
        return tokens.issue(kind, query + "&scopes=" + scopes + more);
    }

    /** What it subscribes with to a resource. */
    Map<String, Object> filters(String resource) {
        return Map.of("resourceFilter", resource, "subjectFilter", subject);
    }

    @Override
    public String toString() {
        return identity;
    }
}
