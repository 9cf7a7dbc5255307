package no.altinn.bench.day;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An attachment and a file of the broker service, up and down. For one thread. */
final class FileTraffic implements Loops.Part {
    private static final Pattern REFERENCE = Pattern.compile("\"FileReference\":\"([^\"]+)\"");
    private static final int[] SIZES = {10_000, 100_000, 3 << 20, 20_000, 1 << 20};
    private static final String DRAFT =
            "{\"Type\":\"FormTask\",\"ServiceCode\":\"1001\",\"ServiceEdition\":1}";
    private static final String DESCRIPTION =
            "{\"ServiceCode\":\"4001\",\"ServiceEditionCode\":1,\"SendersReference\":\"17\","
                    + "\"Recipients\":[\"310000002\"]}";

    private final Client client;
    private final Client.Caller person;
    private final Counts counts;
    private int turn;

    FileTraffic(Client client, Client.Caller person, Counts counts) {
        this.client = client;
        this.person = person;
        this.counts = counts;
    }

    @Override
    public void once() throws Exception {
        byte[] file = new byte[SIZES[turn++ % SIZES.length]];
        attach(file);
        broker(file);
    }

    private void attach(byte[] file) throws Exception {
        String message =
                client.json(
                                "begin a form",
                                person,
                                "POST",
                                "/api/my/messages?complete=false",
                                DRAFT,
                                201)
                        .id();
        String attachment =
                client.ask(
                                "send an attachment",
                                person,
                                "POST",
                                "/api/my/messages/"
                                        + message
                                        + "/attachments/streamedattachment?fileName=plan.pdf",
                                "application/pdf",
                                file,
                                201)
                        .header("Location");
        same("attachments", file, client.get("fetch an attachment", person, attachment));
        client.ask(
                "delete a form that was begun",
                person,
                "DELETE",
                "/api/my/messages/" + message,
                "",
                new byte[0],
                204);
    }

    private void broker(byte[] file) throws Exception {
        String sent =
                client.ask(
                                "send a file",
                                person,
                                "POST",
                                "/api/310000001/brokerservice/outbox?fileName=plan.pdf"
                                        + "&brokerServiceDescription="
                                        + URLEncoder.encode(DESCRIPTION, StandardCharsets.UTF_8),
                                "application/pdf",
                                file,
                                201)
                        .body();
        Matcher reference = REFERENCE.matcher(sent);
        if (!reference.find()) {
            throw new Unexpected("send a file: no reference");
        }
        String inbox = "/api/310000002/brokerservice/inbox/" + reference.group(1);
        same("broker files", file, client.get("fetch a file", person, inbox + "/download"));
        client.ask(
                "confirm a file",
                person,
                "POST",
                inbox + "/confirmdownloaded",
                "",
                new byte[0],
                200);
    }

    private void same(String what, byte[] file, Client.Answer answer) throws Unexpected {
        if (answer.length() != file.length) {
            throw new Unexpected(what + ": of another length");
        }
        counts.add(what + " up and down");
    }
}
