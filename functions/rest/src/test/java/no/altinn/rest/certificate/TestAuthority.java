package no.altinn.rest.certificate;

import no.altinn.testing.jose.TestKeys;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Issues certificates of organisations, and tells which are revoked. */
public final class TestAuthority {
    private static final String SHA_256 = "SHA256withRSA";

    private final String name;
    private final TestKeys keys;
    private final X509Certificate certificate;
    private final Clock clock;

    private TestAuthority(String name, TestKeys keys, X509Certificate certificate, Clock clock) {
        this.name = name;
        this.keys = keys;
        this.certificate = certificate;
        this.clock = clock;
    }

    /** An authority that signs for itself. */
    public static TestAuthority root(String name, Clock clock) {
        TestKeys keys = TestKeys.of("authority-" + name);
        X500Name self = named(name);
        return new TestAuthority(
                name, keys, sign(authority(self, self, clock).build(keys), keys), clock);
    }

    /** An authority that this one signs for. */
    public TestAuthority authority(String other) {
        TestKeys others = TestKeys.of("authority-" + other);
        return new TestAuthority(
                other,
                others,
                sign(
                        authority(named(name), named(other), clock)
                                .crl(Optional.of(crlAddress()))
                                .build(others),
                        keys),
                clock);
    }

    private static Draft authority(X500Name issuer, X500Name subject, Clock clock) {
        return new Draft(issuer, clock)
                .subject(subject)
                .usage(KeyUsage.keyCertSign | KeyUsage.cRLSign)
                .authority(true)
                .crl(Optional.empty());
    }

    private static X500Name named(String name) {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** Where its list of revoked certificates is. */
    public URI crlAddress() {
        return URI.create("http://crl.example/" + name + ".crl");
    }

    /** Its certificate in PEM. */
    public String pem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A certificate to be issued, good for a client of organisation 310000001. */
    public Draft draft() {
        return new Draft(named(name), clock)
                .organisation("NTRNO-310000001")
                .usage(KeyUsage.digitalSignature)
                .purposes(KeyPurposeId.id_kp_clientAuth)
                .crl(Optional.of(crlAddress()));
    }

    /** Issues a certificate. */
    public X509Certificate issue(Draft draft) {
        return sign(draft.build(TestKeys.of("client")), keys);
    }

    /** Issues a certificate, as a front passes it on. */
    public String base64(Draft draft) {
        return base64(issue(draft));
    }

    public static String base64(X509Certificate issued) {
        try {
            return Base64.getEncoder().encodeToString(issued.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Issues a certificate for a key of its holder, signed by this algorithm. */
    public X509Certificate issue(Draft draft, PublicKey key, String algorithm) {
        return sign(draft.build(key), keys, algorithm);
    }

    /** An authority that this one signs for, by a certificate of another kind than usual. */
    public TestAuthority authority(String other, UnaryOperator<Draft> change) {
        TestKeys others = TestKeys.of("authority-" + other);
        Draft draft = authority(named(name), named(other), clock).crl(Optional.of(crlAddress()));
        return new TestAuthority(
                other, others, sign(change.apply(draft).build(others), keys), clock);
    }

    /** A list of revoked certificates of another kind than usual; without a next update yet. */
    public X509CRL crl(Instant at, Consumer<X509v2CRLBuilder> change) {
        X509v2CRLBuilder list =
                new JcaX509v2CRLBuilder(certificate.getSubjectX500Principal(), Date.from(at));
        change.accept(list);
        try {
            return new JcaX509CRLConverter().getCRL(list.build(signer(keys, SHA_256)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The list of revoked certificates, good for a day. */
    public X509CRL crl(X509Certificate... revoked) {
        return crl(Duration.ofDays(1), revoked);
    }

    /** The list of revoked certificates, good for this long. */
    public X509CRL crl(Duration life, X509Certificate... revoked) {
        Instant now = clock.instant();
        return crl(
                now,
                list -> {
                    list.setNextUpdate(Date.from(now.plus(life)));
                    Arrays.stream(revoked)
                            .forEach(
                                    one ->
                                            list.addCRLEntry(
                                                    one.getSerialNumber(),
                                                    Date.from(now.minusSeconds(1)),
                                                    CRLReason.keyCompromise));
                });
    }

    private static X509Certificate sign(X509v3CertificateBuilder draft, TestKeys by) {
        return sign(draft, by, SHA_256);
    }

    private static X509Certificate sign(
            X509v3CertificateBuilder draft, TestKeys by, String algorithm) {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(draft.build(signer(by, algorithm)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ContentSigner signer(TestKeys keys, String algorithm) {
        try {
            return new JcaContentSignerBuilder(algorithm).build(keys.privateKey());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A certificate that is not signed yet. For one thread. */
    public static final class Draft {
        private final X500Name issuer;
        private X500Name subject;
        private Instant from;
        private Instant until;
        private int usage;
        private Optional<BasicConstraints> constraints = Optional.empty();
        private Optional<Extension> extension = Optional.empty();
        private List<KeyPurposeId> purposes = List.of();
        private Optional<URI> crl = Optional.empty();

        private Draft(X500Name issuer, Clock clock) {
            this.issuer = issuer;
            this.subject = issuer;
            this.from = clock.instant().minus(Duration.ofDays(1));
            this.until = clock.instant().plus(Duration.ofDays(365));
        }

        /** Of the organisation with this {@code organizationIdentifier}. */
        public Draft organisation(String identifier) {
            return subject(BCStyle.ORGANIZATION_IDENTIFIER, identifier);
        }

        /** Of the organisation with this {@code serialNumber}. */
        public Draft serialNumber(String number) {
            return subject(BCStyle.SERIALNUMBER, number);
        }

        public Draft subject(ASN1ObjectIdentifier attribute, String... values) {
            X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.O, "Org");
            Arrays.stream(values).forEach(value -> name.addRDN(attribute, value));
            return subject(name.build());
        }

        public Draft subject(X500Name name) {
            this.subject = name;
            return this;
        }

        public Draft living(Instant begin, Instant end) {
            this.from = begin;
            this.until = end;
            return this;
        }

        public Draft usage(int bits) {
            this.usage = bits;
            return this;
        }

        public Draft purposes(KeyPurposeId... all) {
            this.purposes = List.of(all);
            return this;
        }

        public Draft authority(boolean flag) {
            this.constraints = flag ? Optional.of(new BasicConstraints(true)) : Optional.empty();
            return this;
        }

        /** Of an authority below which there may be so many others. */
        public Draft pathLength(int most) {
            this.constraints = Optional.of(new BasicConstraints(most));
            return this;
        }

        public Draft extension(Extension more) {
            this.extension = Optional.of(more);
            return this;
        }

        public Draft crl(Optional<URI> address) {
            this.crl = address;
            return this;
        }

        private X509v3CertificateBuilder build(TestKeys keys) {
            return build(keys.publicKey());
        }

        private X509v3CertificateBuilder build(PublicKey key) {
            X509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                            issuer,
                            BigInteger.valueOf(
                                    Integer.toUnsignedLong((subject + "" + from).hashCode()) + 1),
                            Date.from(from),
                            Date.from(until),
                            subject,
                            key);
            try {
                if (usage != 0) {
                    builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
                }
                if (constraints.isPresent()) {
                    builder.addExtension(Extension.basicConstraints, true, constraints.get());
                }
                if (extension.isPresent()) {
                    builder.addExtension(extension.get());
                }
                if (!purposes.isEmpty()) {
                    builder.addExtension(
                            Extension.extendedKeyUsage,
                            false,
                            new ExtendedKeyUsage(purposes.toArray(KeyPurposeId[]::new)));
                }
                if (crl.isPresent()) {
                    builder.addExtension(Extension.cRLDistributionPoints, false, points(crl.get()));
                }
                return builder;
            } catch (CertIOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static CRLDistPoint points(URI address) {
            GeneralName name =
                    new GeneralName(GeneralName.uniformResourceIdentifier, address.toString());
            return new CRLDistPoint(
                    new DistributionPoint[] {
                        new DistributionPoint(
                                new DistributionPointName(new GeneralNames(name)), null, null)
                    });
        }
    }
}
