package no.altinn.local.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

class OAuthErrorTest {
    @Test
    void aRequestIsAtFaultUnlessSaidOtherwise() {
        OAuthError error = new OAuthError("invalid_scope", "No such scope");

        assertThat(error.status()).isEqualTo(400);
        assertThat(error.code()).isEqualTo("invalid_scope");
        assertThat(error.description()).isEqualTo("invalid_scope: No such scope");
        assertThat(OAuthError.invalidRequest("").code()).isEqualTo("invalid_request");
        assertThat(OAuthError.invalidGrant("").code()).isEqualTo("invalid_grant");
    }

    @Test
    void aDescriptionBeginsWithTheProvidersOwnCodeWhereThereIsOne() {
        assertThat(OAuthError.invalidGrant("MP-012: Grant is used before").description())
                .isEqualTo("MP-012: Grant is used before");
        assertThat(OAuthError.invalidGrant("MP-1: x").description())
                .isEqualTo("invalid_grant: MP-1: x");
    }

    @Test
    void aClientThatIsNotWhoItSaysIsUnauthorized() {
        OAuthError error = OAuthError.invalidClient("Not you");

        assertThat(error.status()).isEqualTo(401);
        assertThat(error.code()).isEqualTo("invalid_client");
    }

    @Test
    void aClientThatMayTryAgainIsNotAtFault() {
        OAuthError error = OAuthError.temporarilyUnavailable("Later");

        assertThat(error.status()).isEqualTo(503);
        assertThat(error.code()).isEqualTo("temporarily_unavailable");
    }

    @Test
    void quotesAndWhatIsNotAsciiAreReplacedInTheDescription() {
        assertThat(OAuthError.invalidRequest("\"å\\\r\n😀\" is [no] scope").description())
                .isEqualTo("invalid_request: ??????? is [no] scope");
    }

    /** RFC 6749 §5.2. */
    @Property(tries = 200)
    void aDescriptionIsShortAndHasAllowedCharactersAlone(@ForAll String any) {
        assertThat(OAuthError.invalidRequest(any.repeat(20)).description())
                .hasSizeLessThanOrEqualTo(500)
                .matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]*");
    }
}
