package no.altinn.local.certificates;

import no.altinn.local.identity.LocalKeys;
import no.altinn.local.testdata.Organisation;
import no.altinn.local.testdata.Parties;
import no.altinn.local.web.BasicCredentials;
import no.altinn.local.web.Endpoints;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.http.Request;
import no.altinn.platform.json.Json;

import org.eclipse.jetty.server.Handler;

import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A test tool: certificates of organisations, each with its key, for any non-empty user and
 * password. The authority that issues them is trusted on this machine alone. Thread-safe.
 */
public final class TestCertificates {
    private static final String REVOCATIONS = "certificates/test-ca.crl";
    private static final MediaType PEM = new MediaType("application/x-pem-file");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{9}");

    private final TestAuthority authority;
    private final Supplier<Parties> parties;

    /**
     * @param platformBase where the platform is, which serves the list of revoked certificates
     */
    public TestCertificates(
            LocalKeys keys, Supplier<Parties> parties, URI platformBase, Clock clock) {
        this.authority =
                new TestAuthority(keys.testAuthority(), platformBase.resolve(REVOCATIONS), clock);
        this.parties = parties;
    }

    /** Serves the tool, and the list of revoked certificates. */
    public Handler handler() {
        return new Handler.Sequence(
                Endpoints.builder().get("/api/GetEnterpriseCertificate", this::issue).build(),
                new ListHandler("/" + REVOCATIONS, authority::revocationList));
    }

    /** The authority's own certificate in PEM: what an app has to trust. */
    public static String authority(LocalKeys keys) {
        return pem(keys.testAuthority().certificate());
    }

    private Answer issue(Request request) {
        if (BasicCredentials.of(request).isEmpty()) {
            return Answer.empty(401)
                    .with(
                            "WWW-Authenticate",
                            "Basic realm=\"test certificates\", charset=\"UTF-8\"");
        }
        Optional<String> number = request.query().first("orgNo");
        if (number.isEmpty()) {
            return fault("Parameter must be supplied");
        }
        if (!NUMBER.matcher(number.get()).matches()) {
            return fault("Parameter was supplied with an invalid value");
        }
        TestAuthority.Issued issued = authority.issue(number.get(), name(number.get()));
        return Answer.of(
                200,
                PEM,
                pem("PRIVATE KEY", issued.key().getEncoded()) + pem(issued.certificate()));
    }

    private static Answer fault(String text) {
        return Answer.of(400, MediaType.JSON, Json.object().put("orgNo", text).toString());
    }

    private String name(String number) {
        return parties.get()
                .organisation(number)
                .map(Organisation::name)
                .orElse("Organisation " + number);
    }

    private static String pem(X509Certificate certificate) {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate of our own has no DER", e);
        }
    }

    /** RFC 7468. */
    private static String pem(String label, byte[] der) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der));
    }
}
