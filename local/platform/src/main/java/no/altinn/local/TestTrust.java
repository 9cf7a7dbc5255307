package no.altinn.local;

import no.altinn.local.certificates.TestCertificates;
import no.altinn.local.identity.LocalKeys;

import java.util.HashMap;
import java.util.Map;

/** Whose certificates of organisations count: those of the test authority, if no other is named. */
final class TestTrust {
    private static final String AUTHORITIES = "Rest__CertificateAuthorities";
    private static final String TAKES_CERTIFICATES = "Rest__ClientCertificates";

    private TestTrust() {}

    /** Settings that can be checked before the test authority's key is there. */
    static Map<String, String> undecided(Map<String, String> settings) {
        return isNamed(settings) ? settings : with(settings, TAKES_CERTIFICATES, "false");
    }

    /** Settings that name an authority. */
    static Map<String, String> decided(Map<String, String> settings, LocalKeys keys) {
        return isNamed(settings)
                ? settings
                : with(settings, AUTHORITIES, TestCertificates.authority(keys));
    }

    private static boolean isNamed(Map<String, String> settings) {
        return !settings.getOrDefault(AUTHORITIES, "").isBlank();
    }

    private static Map<String, String> with(
            Map<String, String> settings, String name, String value) {
        Map<String, String> changed = new HashMap<>(settings);
        changed.put(name, value);
        return changed;
    }
}
