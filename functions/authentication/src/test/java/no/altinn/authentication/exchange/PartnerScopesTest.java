package no.altinn.authentication.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Set;

class PartnerScopesTest {

    @ParameterizedTest
    @ValueSource(strings = {"digdir:dialogporten", "ks:fiks", "a-b_1:x/y.z:read-all"})
    void aScopeHasAPrefixAndAName(String scope) {
        assertThat(PartnerScopes.isScope(scope)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "openid",
                "profile",
                ":dialogporten",
                "digdir:",
                "Digdir:x",
                "a:b c:d",
                "a:\"",
                "a:\\",
                "a:ø",
                "*"
            })
    void whatEveryTokenCouldHaveIsNone(String scope) {
        assertThat(PartnerScopes.isScope(scope)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PartnerScopes(Set.of("digdir:x", scope)));
    }

    @Test
    void oneOfThemIsEnough() {
        PartnerScopes scopes = new PartnerScopes(Set.of("digdir:x", "ks:fiks"));

        assertThat(scopes.areAmong(Set.of("openid", "ks:fiks"))).isTrue();
        assertThat(scopes.areAmong(Set.of("openid", "ks:fik"))).isFalse();
        assertThat(PartnerScopes.NONE.areAmong(Set.of("openid"))).isFalse();
    }
}
