package no.altinn.platform.jose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RingSigningKeysTest {
    private static final FixedKeys KEYS = FixedKeys.ring();

    @Test
    void ownKeysAreFoundByTheirIds() {
        RingSigningKeys keys = new RingSigningKeys(KEYS);

        assertThat(keys.find(KEYS.current().kid()))
                .containsExactly(KEYS.current().published().publicKey());
        assertThat(keys.find(KEYS.next().kid()))
                .containsExactly(KEYS.next().published().publicKey());
        assertThat(keys.find("other")).isEmpty();
        assertThat(keys.find("")).hasSize(2);
    }
}
