package no.altinn.bench.day;

/** Follows one resource by the address that the last page named. For one thread. */
final class Poller implements Loops.Part {
    private final Client client;
    private final Client.Caller caller;
    private final Followed followed;
    private final Counts counts;
    private String address;

    Poller(Client client, Client.Caller caller, int resource, Followed followed, Counts counts) {
        this.client = client;
        this.caller = caller;
        this.followed = followed;
        this.counts = counts;
        this.address =
                "/events/api/v1/events?size=200&after=0&resource=urn:altinn:resource:"
                        + Ledger.resource(resource);
    }

    @Override
    public void once() throws Exception {
        for (String next = address; !next.isEmpty(); ) {
            address = next;
            Client.Answer page = client.get("poll", caller, address);
            Ledger.seen(page.body(), followed);
            counts.add("pages polled");
            next = page.header("next");
        }
    }
}
