package no.altinn.bench.day;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Receives the events of a subscription and acknowledges them. For one thread. */
final class Puller implements Loops.Part {
    private static final Pattern TOKEN = Pattern.compile("\"lockToken\":\"([^\"]+)\"");

    private final Client client;
    private final Client.Caller caller;
    private final String address;
    private final Followed followed;
    private final Counts counts;

    Puller(
            Client client,
            Client.Caller caller,
            String subscription,
            Followed followed,
            Counts counts) {
        this.client = client;
        this.caller = caller;
        this.address = "/events/api/v1/subscriptions/" + subscription;
        this.followed = followed;
        this.counts = counts;
    }

    @Override
    public void once() throws Exception {
        String body =
                client.json(
                                "receive",
                                caller,
                                "POST",
                                address + "/receive",
                                "{\"maxEvents\":100,\"maxWaitSeconds\":5,\"lockSeconds\":60}",
                                200)
                        .body();
        List<String> tokens = new ArrayList<>();
        for (Matcher token = TOKEN.matcher(body); token.find(); ) {
            tokens.add('"' + token.group(1) + '"');
        }
        if (tokens.isEmpty()) {
            return;
        }
        String answer =
                client.json(
                                "acknowledge",
                                caller,
                                "POST",
                                address + "/acknowledge",
                                "{\"lockTokens\":[" + String.join(",", tokens) + "]}",
                                200)
                        .body();
        if (!answer.contains("\"failedLockTokens\":[]")) {
            counts.add("acknowledgements with a lost lock");
        }
        Ledger.seen(body, followed);
        counts.add("batches pulled");
    }
}
