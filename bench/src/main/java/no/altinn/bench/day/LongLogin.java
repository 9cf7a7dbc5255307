package no.altinn.bench.day;

/** A login by password that is used all day, and so is renewed. For one thread. */
final class LongLogin implements Loops.Part {
    private final Client client;
    private final Counts counts;
    private String cookie = "";

    LongLogin(Client client, Counts counts) {
        this.client = client;
        this.counts = counts;
    }

    @Override
    public void once() throws Exception {
        if (cookie.isEmpty()) {
            cookie = Logins.password(client, "kari", "Passord-B1");
        }
        Client.Answer answer =
                client.get(
                        "box by a long login", Logins.browser(cookie), "/api/my/messages?$top=1");
        String renewed = Logins.cookie(answer);
        if (!renewed.isEmpty()) {
            cookie = renewed;
            counts.add("renewals of a login by password");
        }
    }
}
