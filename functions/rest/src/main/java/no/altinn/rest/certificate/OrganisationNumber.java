package no.altinn.rest.certificate;

import no.altinn.platform.auth.Iso6523Organisation;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The organisation that a certificate was issued to: the subject's {@code organizationIdentifier}
 * (ETSI EN 319 412-1 §5.1.4), else its {@code serialNumber}, where older certificates have it.
 */
final class OrganisationNumber {
    private static final String REGISTER = "NTRNO-";

    private OrganisationNumber() {}

    /** Nine digits; empty if the subject names no Norwegian organisation, or several. */
    static Optional<String> of(X509Certificate certificate) {
        X500Name subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        List<String> identifiers = values(subject, BCStyle.ORGANIZATION_IDENTIFIER);
        List<String> numbers =
                identifiers.isEmpty()
                        ? values(subject, BCStyle.SERIALNUMBER)
                        : identifiers.stream()
                                .map(
                                        identifier ->
                                                identifier.startsWith(REGISTER)
                                                        ? identifier.substring(REGISTER.length())
                                                        : "")
                                .toList();
        return numbers.size() == 1
                ? Optional.of(numbers.get(0)).filter(Iso6523Organisation::isNumber)
                : Optional.empty();
    }

    private static List<String> values(X500Name subject, ASN1ObjectIdentifier attribute) {
        return Stream.of(subject.getRDNs(attribute))
                .map(RDN::getTypesAndValues)
                .flatMap(Stream::of)
                .filter(pair -> pair.getType().equals(attribute))
                .map(pair -> IETFUtils.valueToString(pair.getValue()))
                .toList();
    }
}
