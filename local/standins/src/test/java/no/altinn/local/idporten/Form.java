package no.altinn.local.idporten;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Parameters that a client sends, in the order given; names may repeat. Immutable. */
record Form(List<Field> fields) {
    private record Field(String name, String value) {}

    Form {
        fields = List.copyOf(fields);
    }

    static Form empty() {
        return new Form(List.of());
    }

    /** What a client sends to have a person logged in; nothing that could be left out. */
    static Form authorization() {
        return empty().and("client_id", "my-app")
                .and("redirect_uri", "http://localhost:3000/callback")
                .and("response_type", "code")
                .and("scope", "openid altinn:events.subscribe")
                .and("code_challenge", Provider.CHALLENGE)
                .and("code_challenge_method", "S256");
    }

    /** What a public client sends to get the tokens of a login that it asked for so. */
    static Form exchange(String code) {
        return empty().and("grant_type", "authorization_code")
                .and("client_id", "my-app")
                .and("redirect_uri", "http://localhost:3000/callback")
                .and("code", code)
                .and("code_verifier", Provider.VERIFIER);
    }

    /** One more parameter. */
    Form and(String name, String value) {
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field(name, value));
        return new Form(more);
    }

    /** The same without any of this name. */
    Form without(String name) {
        return new Form(fields.stream().filter(field -> !field.name.equals(name)).toList());
    }

    /** The same with one value in the place of all of this name. */
    Form with(String name, String value) {
        return without(name).and(name, value);
    }

    /** Percent-encoded, for a query or a body. */
    @Override
    public String toString() {
        return fields.stream()
                .map(field -> encode(field.name) + "=" + encode(field.value))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
