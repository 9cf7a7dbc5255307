package no.altinn.rest.certificate;

import no.altinn.platform.client.Unavailable;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPath;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathValidator;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Trusts certificates that known authorities have issued (RFC 5280 §6), by the JDK's PKIX: chain,
 * validity, usage, and revocation by CRLs. Weak keys and signatures are refused. A list that cannot
 * be had makes a certificate bad. Lists are fetched only from where certificates of a good chain
 * say. Thread-safe.
 */
public final class TrustedCertificates implements EnterpriseCertificates {
    /** In characters of Base64; certificates of organisations have some 3 000. */
    private static final int LONGEST = 16 * 1024;

    private static final int DIGITAL_SIGNATURE = 0;
    private static final Set<String> CLIENT_USE =
            // clientAuth, anyExtendedKeyUsage (RFC 5280 §4.2.1.12).
            Set.of("1.3.6.1.5.5.7.3.2", "2.5.29.37.0");

    private final CertificateAuthorities authorities;
    private final RevocationLists lists;
    private final Clock clock;

    public TrustedCertificates(
            CertificateAuthorities authorities, RevocationLists lists, Clock clock) {
        this.authorities = authorities;
        this.lists = lists;
        this.clock = clock;
    }

    @Override
    public String organisation(String certificate) {
        X509Certificate leaf = read(certificate);
        requireUse(leaf);
        try {
            CertPath path = chain(leaf);
            path.getCertificates().stream()
                    .map(X509Certificate.class::cast)
                    .forEach(CertificateStrength::require);
            requireUnrevoked(path);
        } catch (GeneralSecurityException e) {
            throw new CertificateRefused("PKIX: " + e.getMessage(), e);
        }
        return OrganisationNumber.of(leaf)
                .orElseThrow(() -> new CertificateRefused("It names no Norwegian organisation"));
    }

    private static X509Certificate read(String certificate) {
        if (certificate.length() > LONGEST) {
            throw new CertificateRefused("It is longer than any certificate");
        }
        try {
            byte[] der = Base64.getDecoder().decode(certificate.strip());
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der));
        } catch (IllegalArgumentException | CertificateException e) {
            throw new CertificateRefused("It is no certificate", e);
        }
    }

    /** PKIX looks at the usage of authorities alone. */
    private static void requireUse(X509Certificate leaf) {
        boolean[] usage = leaf.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE]) {
            throw new CertificateRefused("Its key is not for signatures");
        }
        if (leaf.getBasicConstraints() >= 0) {
            throw new CertificateRefused("It is an authority's");
        }
        try {
            List<String> purposes = leaf.getExtendedKeyUsage();
            if (purposes != null && purposes.stream().noneMatch(CLIENT_USE::contains)) {
                throw new CertificateRefused("It is not for clients");
            }
        } catch (CertificateParsingException e) {
            throw new CertificateRefused("Its usage is malformed", e);
        }
    }

    private CertPath chain(X509Certificate leaf) throws GeneralSecurityException {
        X509CertSelector wanted = new X509CertSelector();
        wanted.setCertificate(leaf);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(authorities.anchors(), wanted);
        List<X509Certificate> known = new ArrayList<>(authorities.issuing());
        known.add(leaf);
        parameters.addCertStore(store(known));
        parameters.setDate(Date.from(clock.instant()));
        // Whether it is revoked is asked below: no list is fetched for what has no good chain.
        parameters.setRevocationEnabled(false);
        return CertPathBuilder.getInstance("PKIX").build(parameters).getCertPath();
    }

    private void requireUnrevoked(CertPath path) throws GeneralSecurityException {
        List<X509CRL> current = new ArrayList<>();
        for (var certificate : path.getCertificates()) {
            current.add(list((X509Certificate) certificate));
        }
        PKIXParameters parameters = new PKIXParameters(authorities.anchors());
        parameters.addCertStore(store(current));
        parameters.setDate(Date.from(clock.instant()));
        // Without a checker of its own, the JDK looks into the store and fetches nothing.
        parameters.setRevocationEnabled(true);
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }

    private X509CRL list(X509Certificate certificate) {
        Optional<Unavailable> failure = Optional.empty();
        for (URI address : DistributionPoints.of(certificate)) {
            try {
                return lists.at(address);
            } catch (Unavailable e) {
                failure = Optional.of(e);
            }
        }
        throw failure.map(e -> new CertificateRefused(e.getMessage(), e))
                .orElseGet(() -> new CertificateRefused("It does not tell where its CRL is"));
    }

    private static CertStore store(List<?> content)
            throws NoSuchAlgorithmException, InvalidAlgorithmParameterException {
        return CertStore.getInstance("Collection", new CollectionCertStoreParameters(content));
    }
}
