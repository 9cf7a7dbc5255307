package no.altinn.authentication.keys;

import no.altinn.platform.jose.SigningKeyVersion;

import java.util.List;

/** Where the certificates that tokens are signed with are kept, private keys included. */
@FunctionalInterface
public interface SigningCertificates {
    /**
     * Reads every version that is enabled, whether its time has come or has passed.
     *
     * @return in any order; empty when every version is disabled
     * @throws no.altinn.platform.client.Unavailable if the store cannot answer now
     */
    List<SigningKeyVersion> versions();
}
