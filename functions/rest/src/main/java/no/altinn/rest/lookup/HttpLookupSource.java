package no.altinn.rest.lookup;

import no.altinn.platform.http.MediaType;
import no.altinn.platform.outbound.AddressRule;
import no.altinn.platform.outbound.OutboundHttp;
import no.altinn.platform.outbound.OutboundLimits;
import no.altinn.platform.outbound.OutboundReply;
import no.altinn.rest.source.LookupSource;
import no.altinn.rest.source.SourceAnswer;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks sources over HTTP: within 10 s, up to 1 MiB, 32 at once, 8 of them on one host. A source
 * learns what is asked and nothing of who asks. Thread-safe.
 */
public final class HttpLookupSource implements LookupSource {
    private static final OutboundLimits LIMITS =
            new OutboundLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), 1 << 20, 32, 8);

    private static final String UNKNOWN = "application/octet-stream";
    private static final int LONGEST_TYPE = 500;

    private final OutsideService source;

    /** Asks at the addresses that the rule allows. */
    public HttpLookupSource(AddressRule addresses) {
        this(addresses, LIMITS);
    }

    HttpLookupSource(AddressRule addresses, OutboundLimits limits) {
        this.source =
                new OutsideService("The source of the lookup", new OutboundHttp(addresses, limits));
    }

    @Override
    public SourceAnswer ask(URI address) {
        OutboundReply reply = source.get(address, "*/*");
        if (!reply.succeeded()) {
            throw source.refused(reply);
        }
        return new SourceAnswer(mediaType(reply.contentType()), reply.body());
    }

    /** The type as it came, if a header can say it. */
    private static String mediaType(Optional<String> sent) {
        return sent.map(String::strip)
                .filter(type -> type.length() <= LONGEST_TYPE)
                .filter(type -> type.chars().allMatch(each -> each >= ' ' && each <= '~'))
                .filter(MediaType::isWellFormed)
                .orElse(UNKNOWN);
    }
}
