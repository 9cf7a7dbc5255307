package no.altinn.local.payment;

import no.altinn.local.web.Answers;
import no.altinn.local.web.Endpoints;
import no.altinn.local.web.OwnPages;
import no.altinn.local.web.PageTemplate;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.QueryParameters;
import no.altinn.platform.http.Request;
import no.altinn.platform.json.Json;

import org.eclipse.jetty.server.Handler;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes payments at {@code /payment/page}, where nobody loses any money, and tells at {@code
 * /payment/status} what was paid. Its own page alone pays, and people are led back to this platform
 * alone. A client that is no browser may pay as the page does. Thread-safe.
 */
public final class PaymentService {
    private static final String PAGE = "/payment/page";
    private static final MediaType FORM = new MediaType("application/x-www-form-urlencoded");
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9-]{1,100}");
    private static final int LONGEST = 10_000;

    private static final PageTemplate PAY = PageTemplate.beside(PaymentService.class, "pay");
    private static final PageTemplate REFUSAL =
            PageTemplate.beside(PaymentService.class, "refusal");
    private static final PageTemplate FOREIGN =
            PageTemplate.beside(PaymentService.class, "foreign");

    private final Payments payments = new Payments();
    private final URI base;

    /**
     * @param base the platform's own address, which people are led back to
     */
    public PaymentService(URI base) {
        this.base = base;
    }

    /** Serves page and status. */
    public Handler handler() {
        return Endpoints.builder()
                .get(PAGE, request -> page(request.query()))
                .post(PAGE, this::pay)
                .get("/payment/status", this::status)
                .build();
    }

    private Answer page(QueryParameters parameters) {
        String reference = parameters.first("reference").orElse("");
        String back = parameters.first("returnurl").orElse("");
        if (!REFERENCE.matcher(reference).matches() || !isOurs(back)) {
            return refusal();
        }
        return guarded(
                Answers.html(
                        PAY.render(
                                Map.of(
                                        "reference",
                                        reference,
                                        "returnurl",
                                        back,
                                        "isPaid",
                                        payments.isPaid(reference)))));
    }

    private Answer pay(Request request) {
        boolean isForm =
                request.header("Content-Type")
                        .flatMap(MediaType::parse)
                        .filter(FORM::equals)
                        .isPresent();
        if (!isForm) {
            return refusal();
        }
        if (OwnPages.isOfAnotherSite(request)) {
            return page(403, FOREIGN);
        }
        QueryParameters parameters = QueryParameters.parse(request.body());
        String reference = parameters.first("reference").orElse("");
        String back = parameters.first("returnurl").orElse("");
        if (!REFERENCE.matcher(reference).matches() || !isOurs(back)) {
            return refusal();
        }
        if (!parameters.has("cancel")) {
            payments.pay(reference);
        }
        // 303, so that the browser does not post the person on.
        return guarded(Answer.empty(303).with("Location", URI.create(back).toASCIIString()));
    }

    private Answer status(Request request) {
        String reference = request.query().first("reference").orElse("");
        if (!REFERENCE.matcher(reference).matches()) {
            throw Problem.badRequest("The parameter reference is missing or malformed.");
        }
        return Answers.json(
                        Json.object()
                                .put("reference", reference)
                                .put("paid", payments.isPaid(reference))
                                .toString())
                .with("Cache-Control", "no-store");
    }

    /** Else this page would lead anybody anywhere. */
    private boolean isOurs(String address) {
        try {
            URI uri = new URI(address);
            return address.length() <= LONGEST
                    && base.getScheme().equalsIgnoreCase(uri.getScheme())
                    && base.getRawAuthority().equalsIgnoreCase(uri.getRawAuthority());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Answer refusal() {
        return page(400, REFUSAL);
    }

    private static Answer page(int status, PageTemplate template) {
        Answer page = guarded(Answers.html(template.render(Map.of())));
        return new Answer(status, page.headers(), page.body());
    }

    // There is no form-action: browsers hold the redirects after a form against it, too, and where
    // the platform sends the person on is not known here. Without any referrer, browsers would not
    // say of which origin the form is either.
    private static Answer guarded(Answer answer) {
        return answer.with("Cache-Control", "no-store")
                .with("Referrer-Policy", "same-origin")
                .with("X-Frame-Options", "DENY");
    }
}
