package no.altinn.platform.orgs;

import no.altinn.platform.client.Call;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.client.Reply;
import no.altinn.platform.client.Unavailable;

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
     * @throws Unavailable if there is no answer, or no service owner in it
     */
    ServiceOwnerList fetch() {
        Reply reply = http.send(Call.get(address));
        if (!reply.succeeded()) {
            throw new Unavailable(reply.toString());
        }
        ServiceOwnerList list = ServiceOwnerList.read(reply.json());
        if (list.codes().isEmpty()) {
            throw new Unavailable(reply.call() + " answered no service owner");
        }
        return list;
    }
}
