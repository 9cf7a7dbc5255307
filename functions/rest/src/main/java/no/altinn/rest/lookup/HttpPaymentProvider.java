package no.altinn.rest.lookup;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.http.QueryParameters;
import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;
import no.altinn.platform.outbound.AddressRule;
import no.altinn.platform.outbound.OutboundHttp;
import no.altinn.platform.outbound.OutboundLimits;
import no.altinn.platform.outbound.OutboundReply;
import no.altinn.rest.outside.OutsideFailed;
import no.altinn.rest.payment.PaymentProvider;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Asks those who take payments over HTTP (docs/rest/payment.md has the form): within 5 s, up to 64
 * KiB, 32 at once. Thread-safe.
 */
public final class HttpPaymentProvider implements PaymentProvider {
    private static final OutboundLimits LIMITS =
            new OutboundLimits(Duration.ofSeconds(3), Duration.ofSeconds(5), 1 << 16, 32, 32);

    private static final int NOT_FOUND = 404;

    private final OutsideService provider;

    /** Asks at the addresses that the rule allows. */
    public HttpPaymentProvider(AddressRule addresses) {
        this(addresses, LIMITS);
    }

    HttpPaymentProvider(AddressRule addresses, OutboundLimits limits) {
        this.provider =
                new OutsideService("The payment service", new OutboundHttp(addresses, limits));
    }

    @Override
    public boolean isPaid(URI status, String reference) {
        QueryParameters asked = QueryParameters.parse("").with("reference", reference);
        URI address =
                URI.create(QueryParameters.appended(status.toASCIIString(), asked.toString()));
        OutboundReply reply = provider.get(address, "application/json");
        if (reply.status() == NOT_FOUND) {
            // Nobody has opened the page of this payment.
            return false;
        }
        if (!reply.succeeded()) {
            throw provider.refused(reply);
        }
        JsonNode answer = json(reply);
        // An answer about another payment, or about none, says nothing of this one.
        if (!reference.equals(answer.path("reference").textValue())
                || !answer.path("paid").isBoolean()) {
            throw unusable();
        }
        return answer.path("paid").booleanValue();
    }

    private JsonNode json(OutboundReply reply) {
        try {
            return Json.parse(new String(reply.body(), StandardCharsets.UTF_8));
        } catch (MalformedJson e) {
            throw unusable();
        }
    }

    private OutsideFailed unusable() {
        return new OutsideFailed(provider.name() + " did not say whether the payment was made");
    }
}
