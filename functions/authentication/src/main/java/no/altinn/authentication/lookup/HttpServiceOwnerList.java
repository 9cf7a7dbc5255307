package no.altinn.authentication.lookup;

import no.altinn.platform.http.Call;
import no.altinn.platform.http.PlatformHttp;
import no.altinn.platform.http.PlatformUnavailable;
import no.altinn.platform.http.Reply;

import java.net.URI;

/**
 * Fetches the list of service owners that Altinn publishes: {@code
 * {"orgs":{"ttd":{"orgnr":"991825827"}}}}. Thread-safe.
 */
public final class HttpServiceOwnerList {
    private final PlatformHttp http;
    private final URI address;

    /**
     * @param address where the list itself is
     */
    public HttpServiceOwnerList(PlatformHttp http, URI address) {
        this.http = http;
        this.address = address;
    }

    /**
     * The list of now; never an empty one.
     *
     * @throws PlatformUnavailable if there is no answer, or nobody in it
     */
    ServiceOwnerList fetch() {
        Reply reply = http.send(Call.get(address));
        if (!reply.succeeded()) {
            throw new PlatformUnavailable(reply.toString());
        }
        ServiceOwnerList list = ServiceOwnerList.read(reply.json());
        if (list.codes().isEmpty()) {
            throw new PlatformUnavailable(reply.call() + " answered no service owner");
        }
        return list;
    }
}
