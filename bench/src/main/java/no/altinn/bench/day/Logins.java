package no.altinn.bench.day;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Logins: an organisation's test token and its renewal, a person at ID-porten with the exchange of
 * the token, and every fifth time a login by password with the logout. For one thread.
 */
final class Logins implements Loops.Part {
    private static final String KEY = "11111111-1111-1111-1111-111111111111";
    private static final int BETWEEN_PASSWORDS = 5;
    private static final String REDIRECT = "http://localhost:3000/callback";
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final Pattern ACCESS = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final String EXCHANGE = "/authentication/api/v1/";

    private final SecureRandom random = new SecureRandom();
    private final Client client;
    private final Counts counts;
    private int turn;

    Logins(Client client, Counts counts) {
        this.client = client;
        this.counts = counts;
    }

    @Override
    public void once() throws Exception {
        String token =
                client.get(
                                "enterprise token",
                                new Client.Caller("Authorization", "Basic YmVuY2g6YmVuY2g="),
                                "/api/GetEnterpriseToken?env=local&org=ttd&orgNo=991825827"
                                        + "&scopes=altinn:events.subscribe")
                        .body();
        client.get("renew a token", bearer(token), EXCHANGE + "refresh");
        counts.add("enterprise tokens, renewed");
        person();
        if (turn++ % BETWEEN_PASSWORDS == 0) {
            String cookie = password(client, "ola", "Passord-A1");
            client.get("box by cookie", browser(cookie), "/api/my/messages?$top=1");
            counts.add("logins by password");
        }
    }

    private void person() throws Exception {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String verifier = base64(bytes);
        String challenge =
                base64(
                        MessageDigest.getInstance("SHA-256")
                                .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        String location =
                client.form(
                                "authorize",
                                "/idporten/authorize",
                                Map.of(
                                        "response_type",
                                        "code",
                                        "client_id",
                                        "bench",
                                        "redirect_uri",
                                        REDIRECT,
                                        "state",
                                        "1",
                                        "scope",
                                        "openid altinn:events.subscribe",
                                        "code_challenge",
                                        challenge,
                                        "code_challenge_method",
                                        "S256",
                                        "pid",
                                        "01909012345"),
                                303)
                        .header("Location");
        String tokens =
                client.form(
                                "token",
                                "/idporten/token",
                                Map.of(
                                        "grant_type",
                                        "authorization_code",
                                        "code",
                                        found(CODE, location),
                                        "client_id",
                                        "bench",
                                        "redirect_uri",
                                        REDIRECT,
                                        "code_verifier",
                                        verifier),
                                200)
                        .body();
        client.get("exchange", bearer(found(ACCESS, tokens)), EXCHANGE + "exchange/id-porten");
        counts.add("logins at ID-porten, exchanged");
    }

    private static String found(Pattern pattern, String text) throws Unexpected {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new Unexpected("log in: no " + pattern);
        }
        return matcher.group(1);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Client.Caller bearer(String token) {
        return new Client.Caller("Authorization", "Bearer " + token);
    }

    /** A browser with a cookie. */
    static Client.Caller browser(String cookie) {
        return new Client.Caller("ApiKey", KEY, "Cookie", cookie);
    }

    /** Logs in with a password; returns the cookie. */
    static String password(Client client, String name, String password) throws Exception {
        Client.Answer answer =
                client.json(
                        "log in by password",
                        new Client.Caller("ApiKey", KEY),
                        "POST",
                        "/api/authentication/authenticatewithpassword",
                        "{\"UserName\":\"%s\",\"UserPassword\":\"%s\"}".formatted(name, password),
                        200);
        return cookie(answer);
    }

    /** The cookie that an answer sets; empty for none. */
    static String cookie(Client.Answer answer) {
        String set = answer.header("Set-Cookie");
        return set.startsWith(".ASPXAUTH=") ? set.substring(0, set.indexOf(';')) : "";
    }
}
