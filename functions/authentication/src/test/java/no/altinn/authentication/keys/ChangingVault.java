package no.altinn.authentication.keys;

import no.altinn.platform.jose.SigningKey;
import no.altinn.platform.jose.SigningKeyVersion;
import no.altinn.platform.jose.TestSigningKeys;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A vault whose versions are made, enabled, disabled and edited, and which tells only when. */
final class ChangingVault {
    private static final Duration VALIDITY = Duration.ofDays(400);
    private static final KeyPair PAIR = pair();

    private final List<SigningKeyVersion> versions = new ArrayList<>();
    private final Set<String> disabled = new HashSet<>();
    private final Clock clock;

    ChangingVault(Clock clock) {
        this.clock = clock;
    }

    private static KeyPair pair() {
        try {
            return TestSigningKeys.pair("RSA", 2048);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    List<SigningKeyVersion> enabled() {
        return versions.stream().filter(version -> isEnabled(version.key().kid())).toList();
    }

    boolean isEnabled(String kid) {
        return !disabled.contains(kid);
    }

    /** Whether any version in use has been there, unchanged, for so long. */
    boolean anyUntouchedFor(Duration time) {
        Instant latest = clock.instant().minus(time);
        return enabled().stream().anyMatch(version -> !version.visibleSince().isAfter(latest));
    }

    void renew() {
        Instant now = clock.instant();
        SigningKey key = TestSigningKeys.certified(PAIR, now, now.plus(VALIDITY));
        versions.add(new SigningKeyVersion(key, now, now));
    }

    void makeDisabled() {
        renew();
        disabled.add(versions.get(versions.size() - 1).key().kid());
    }

    void enable(int which) {
        disabled.remove(editTags(which));
    }

    /** Leaves one enabled, without which nothing can be signed. */
    void disable(int which) {
        String kid = editTags(which);
        disabled.add(kid);
        if (enabled().isEmpty()) {
            disabled.remove(kid);
        }
    }

    /** Tells the version by the id of its key. */
    String editTags(int which) {
        int index = which % versions.size();
        SigningKeyVersion edited = versions.get(index);
        versions.set(index, new SigningKeyVersion(edited.key(), edited.created(), clock.instant()));
        return edited.key().kid();
    }
}
