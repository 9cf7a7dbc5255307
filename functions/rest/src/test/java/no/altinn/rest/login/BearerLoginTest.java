package no.altinn.rest.login;

import static no.altinn.platform.auth.OutsideTokens.organisation;
import static no.altinn.platform.auth.OutsideTokens.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.json.Json;
import no.altinn.rest.access.Caller;
import no.altinn.rest.language.Language;
import no.altinn.testing.forgery.Forgeries;
import no.altinn.testing.forgery.Forgery;
import no.altinn.testing.forgery.Genuine;
import no.altinn.testing.http.LoopbackServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

class BearerLoginTest {
    /** A slash at the end of an outside issuer makes no difference (tokens §5). */
    private static final Set<String> SAME =
            Set.of("iss: its end gone", "iss: without its last slash");

    private final LoginBed bed = new LoginBed();
    private final TokenBed tokens = new TokenBed(bed);

    private Caller of(String jwt) throws InvalidToken {
        return tokens.login.of(jwt);
    }

    private void refuses(String jwt, String reason) {
        assertThatExceptionOfType(InvalidToken.class)
                .isThrownBy(() -> of(jwt))
                .withMessageContaining(reason);
    }

    private String idPorten(Consumer<ObjectNode> change) {
        return tokens.idPorten.signed(
                person(KnownPersons.A, "openid altinn:reportees.read"), change);
    }

    private String maskinporten(Consumer<ObjectNode> change) {
        return tokens.maskinporten.signed(
                organisation(TokenBed.TTD, "altinn:serviceowner/reportees"), change);
    }

    @Test
    void aPersonsTokenOfIdPortenCountsAsItIs() throws InvalidToken {
        assertThat(of(idPorten(claims -> {})))
                .isEqualTo(
                        new Caller.User(
                                LoginBed.OLA,
                                OptionalInt.of(50000001),
                                Optional.of(KnownPersons.A),
                                Optional.empty(),
                                3,
                                Optional.of(Set.of("openid", "altinn:reportees.read"))));
    }

    @ParameterizedTest
    @CsvSource({"idporten-loa-substantial, 3", "Level3, 3", "idporten-loa-high, 4", "Level4, 4"})
    void theAcrIsTheLevel(String acr, int level) throws InvalidToken {
        assertThat(of(idPorten(claims -> claims.put("acr", acr))).authenticationLevel())
                .isEqualTo(level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"idporten-loa-low", "Level5", "", "3"})
    void anotherAcrIsRefused(String acr) {
        refuses(idPorten(claims -> claims.put("acr", acr)), "acr");
    }

    @Test
    void whoLogsInFirstIsKeptWithTheLanguageOfTheProfile() throws InvalidToken {
        bed.users.remove(bed.users.find(LoginBed.KARI).orElseThrow());

        of(tokens.idPorten.signed(person(KnownPersons.B, "openid"), claims -> {}));

        assertThat(bed.users.find(LoginBed.KARI)).map(Account::language).contains(Language.NYNORSK);
    }

    @Test
    void aPersonWhoIsNoUserIsRefused() {
        refuses(tokens.idPorten.signed(person("01010112345", "openid"), claims -> {}), "no user");
        refuses(idPorten(claims -> claims.put("pid", "x")), "pid");
        refuses(idPorten(claims -> claims.remove("pid")), "pid");
    }

    @Test
    void anOrganisationsTokenOfMaskinportenCountsAsItIs() throws InvalidToken {
        assertThat(of(maskinporten(claims -> {})))
                .isEqualTo(
                        new Caller.Organisation(
                                TokenBed.TTD,
                                Optional.of("ttd"),
                                3,
                                Optional.of(Set.of("altinn:serviceowner/reportees"))));
        assertThat(of(tokens.maskinporten.signed(organisation("310000001", "a"), claims -> {})))
                .isEqualTo(
                        new Caller.Organisation(
                                "310000001", Optional.empty(), 3, Optional.of(Set.of("a"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"unspecified\"",
                "\"https://rest.example/\"",
                "\"https://rest.example\"",
                "[\"https://rest.example\"]",
                "[\"https://other.example\",\"https://rest.example/\"]"
            })
    void aTokenForNobodyInParticularOrForThisSystemIsGood(String aud) throws InvalidToken {
        assertThat(of(idPorten(claims -> claims.set("aud", Json.parse(aud))))).isNotNull();
        assertThat(of(maskinporten(claims -> claims.set("aud", Json.parse(aud))))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"https://rest.example//\"",
                "\"https://rest.example/api\"",
                "\"http://rest.example/\"",
                "\"https://Rest.example/\"",
                "\"Unspecified\"",
                "\"rest\"",
                "[]",
                "{}",
                "7",
                "[[\"unspecified\"]]"
            })
    void aTokenForAnotherIsRefused(String aud) {
        refuses(idPorten(claims -> claims.set("aud", Json.parse(aud))), "aud");
        refuses(maskinporten(claims -> claims.set("aud", Json.parse(aud))), "aud");
    }

    @Test
    void aTokenWithoutConsumerOrOfASystemUserIsRefused() {
        refuses(maskinporten(claims -> claims.remove("consumer")), "consumer");
        refuses(maskinporten(claims -> claims.put("consumer", TokenBed.TTD)), "consumer");
        refuses(maskinporten(claims -> claims.putArray("authorization_details")), "system user");
        refuses(
                tokens.altinn.bearer(
                        claims ->
                                claims.put("urn:altinn:orgNumber", "310000001")
                                        .putObject("authorization_details")
                                        .put("type", "other")),
                "system user");
    }

    @Test
    void anIssuersNameIsNoProof() {
        refuses(
                tokens.altinn.bearer(claims -> claims.put("iss", "https://idporten.example/")),
                "key");
        refuses(idPorten(claims -> claims.put("iss", "https://maskinporten.no/")), "key");
    }

    @Test
    void anAltinnTokenOfAPersonIsThePersons() throws InvalidToken {
        String whole =
                tokens.altinn.bearer(
                        claims ->
                                claims.put("urn:altinn:userid", "20000001")
                                        .put("urn:altinn:partyid", 50000001)
                                        .put("pid", KnownPersons.A)
                                        .put("urn:altinn:authlevel", "2")
                                        .put("scope", "altinn:enduser"));
        Caller.User ola =
                new Caller.User(
                        LoginBed.OLA,
                        OptionalInt.of(50000001),
                        Optional.of(KnownPersons.A),
                        Optional.empty(),
                        2,
                        Optional.of(Set.of("altinn:enduser")));

        assertThat(of(whole)).isEqualTo(ola);
        assertThat(bed.profiles.questions()).isZero();
        // What a token does not say, Profile does.
        assertThat(
                        of(
                                tokens.altinn.bearer(
                                        claims ->
                                                claims.put("urn:altinn:userid", 20000001)
                                                        .put("urn:altinn:authlevel", 2)
                                                        .put("scope", "altinn:enduser"))))
                .isEqualTo(ola);
        refuses(tokens.altinn.bearer(claims -> claims.put("urn:altinn:userid", 7)), "no user");
    }

    @Test
    void anAltinnTokenOfAnOrganisationIsTheOrganisations() throws InvalidToken {
        assertThat(
                        of(
                                tokens.altinn.bearer(
                                        claims ->
                                                claims.put("urn:altinn:org", "ttd")
                                                        .put("urn:altinn:orgNumber", 991825827)
                                                        .put("urn:altinn:authlevel", 3)
                                                        .put("scope", "a b"))))
                .isEqualTo(
                        new Caller.Organisation(
                                TokenBed.TTD,
                                Optional.of("ttd"),
                                3,
                                Optional.of(Set.of("a", "b"))));
        refuses(tokens.altinn.bearer(claims -> claims.put("urn:altinn:org", "ttd")), "names no");
    }

    @Test
    void noForgedTokenIsTaken() {
        Genuine persons = tokens.idPorten.genuine(person(KnownPersons.A, "openid"));
        Genuine organisations = tokens.maskinporten.genuine(organisation(TokenBed.TTD, "a"));
        Genuine altinns =
                new Genuine(
                        tokens.altinn.keys(),
                        tokens.altinn.header(),
                        tokens.altinn.claims().put("urn:altinn:userid", LoginBed.OLA),
                        bed.clock.instant());
        try (LoopbackServer trap = new LoopbackServer()) {
            URI lure = trap.uri("/trap");
            assertThat(taken(persons, lure, SAME)).isEmpty();
            assertThat(taken(organisations, lure, SAME)).isEmpty();
            assertThat(taken(altinns, lure, Set.of())).isEmpty();
            assertThat(trap.requests()).isZero();
        }
        assertThat(isTaken(persons.token())).isTrue();
        assertThat(isTaken(organisations.token())).isTrue();
        assertThat(isTaken(altinns.token())).isTrue();
    }

    private List<Forgery> taken(Genuine genuine, URI lure, Set<String> good) {
        return Stream.of(
                        Forgeries.all(genuine, lure),
                        Forgeries.ofKeyId(genuine, lure),
                        Forgeries.ofIssuer(genuine))
                .flatMap(List::stream)
                .filter(forgery -> !good.contains(forgery.name()))
                .filter(forgery -> isTaken(forgery.token()))
                .toList();
    }

    private boolean isTaken(String jwt) {
        try {
            of(jwt);
            return true;
        } catch (InvalidToken e) {
            return false;
        }
    }
}
