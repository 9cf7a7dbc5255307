package no.altinn.platform.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import no.altinn.testing.jose.TestKeys;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigInteger;
import java.util.Base64;

final class Base64UrlUIntTest {
    /** RFC 7518 §2 names zero, and §6.3.1.2 the exponent of most keys. */
    @ParameterizedTest
    @CsvSource({"0,AA", "1,AQ", "127,fw", "128,gA", "255,_w", "256,AQA", "65537,AQAB"})
    void aNumberTakesAsFewBytesAsItNeeds(BigInteger number, String text) {
        assertThat(Base64UrlUInt.of(number)).isEqualTo(text);
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadAgain(@ForAll BigInteger any) {
        BigInteger number = any.abs();

        assertThat(new BigInteger(1, Base64.getUrlDecoder().decode(Base64UrlUInt.of(number))))
                .isEqualTo(number);
    }

    @Test
    void aModulusHasNoSignByte() {
        BigInteger modulus = TestKeys.of("1").publicKey().getModulus();

        assertThat(Base64.getUrlDecoder().decode(Base64UrlUInt.of(modulus))).hasSize(256);
    }

    @Test
    void aNegativeNumberIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Base64UrlUInt.of(BigInteger.ONE.negate()));
    }
}
