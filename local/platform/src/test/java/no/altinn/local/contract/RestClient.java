package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody who calls the REST API with the key of an application. */
record RestClient(Platform platform, String key) {
    static final String HAL_JSON = "application/hal+json";
    static final String HAL_XML = "application/hal+xml";

    private static final String END_USERS = "11111111-1111-1111-1111-111111111111";
    private static final String SERVICE_OWNERS = "22222222-2222-2222-2222-222222222222";
    private static final String ORGANISATION = "55555555-5555-5555-5555-555555555555";

    static RestClient ofUsers(Platform platform) {
        return new RestClient(platform, END_USERS);
    }

    static RestClient ofServiceOwners(Platform platform) {
        return new RestClient(platform, SERVICE_OWNERS);
    }

    static RestClient ofOrganisation(Platform platform) {
        return new RestClient(platform, ORGANISATION);
    }

    /** A call of a path below {@code api/}. */
    Call call(String method, String path) {
        return platform.call(method, "api/" + path)
                .header("ApiKey", key)
                .header("Accept", HAL_JSON);
    }

    /** The call of a user who is logged in. */
    Call call(String method, String path, String cookie) {
        return call(method, path).header("Cookie", cookie);
    }

    /** Logs in and gives the cookie. */
    String logIn(String name, String password) {
        Reply login = tryToLogIn(name, password);
        assertThat(login.status()).as("%s", login).isEqualTo(200);
        return cookie(login);
    }

    Reply tryToLogIn(String name, String password) {
        return call("POST", "authentication/authenticatewithpassword")
                .json("{\"UserName\":\"%s\",\"UserPassword\":\"%s\"}".formatted(name, password))
                .send();
    }

    /** The cookie that an answer sets. */
    static String cookie(Reply reply) {
        return reply.header("Set-Cookie").orElseThrow().split(";", 2)[0];
    }
}
