package no.altinn.bench.day;

/**
 * The message box of person A: a letter is sent, read, confirmed, archived and deleted; a form is
 * sent to be signed, signed, read and deleted. For one thread.
 */
final class Box implements Loops.Part {
    private static final String LETTER =
            "{\"Reportee\":\"01909012345\",\"ServiceCode\":\"2001\",\"ServiceEdition\":1,"
                    + "\"Subject\":\"Vedtak\",\"Summary\":\"Kort sagt\",\"Body\":\"<p>Hei</p>\","
                    + "\"RequiresConfirmation\":true}";
    private static final String TASK =
            "\"Type\":\"FormTask\",\"ServiceCode\":\"1001\",\"ServiceEdition\":1";
    private static final String FORM =
            "{"
                    + TASK
                    + ",\"_embedded\":{\"forms\":[{\"Type\":\"MainForm\",\"DataFormatId\":\"5000\","
                    + "\"DataFormatVersion\":\"40000\",\"FormData\":"
                    + "\"<Skjema><navn>Bench</navn></Skjema>\"}],\"attachments\":[]}}";

    private final Client client;
    private final Client.Caller owner;
    private final Client.Caller person;
    private final Counts counts;

    Box(Client client, Client.Caller owner, Client.Caller person, Counts counts) {
        this.client = client;
        this.owner = owner;
        this.person = person;
        this.counts = counts;
    }

    @Override
    public void once() throws Exception {
        String letter =
                client.json(
                                "send a letter",
                                owner,
                                "POST",
                                "/api/serviceowner/correspondences",
                                LETTER,
                                201)
                        .id();
        client.get("read a letter", person, "/api/my/messages/" + letter);
        change("confirm a letter", "PUT", letter + "/confirm");
        change("archive a letter", "PUT", letter + "/archive");
        change("delete a letter", "DELETE", archived(letter));
        counts.add("letters sent to deleted");
        String form =
                client.json("send a form", person, "POST", "/api/my/messages?sign=false", FORM, 201)
                        .id();
        client.json(
                "sign a form", person, "PUT", "/api/my/messages/" + form, "{" + TASK + "}", 204);
        client.get("read a form", person, "/api/my/messages/" + archived(form));
        client.get("list the box", person, "/api/my/messages?$top=20");
        change("delete a form", "DELETE", archived(form));
        counts.add("forms sent to deleted");
    }

    private static String archived(String id) {
        return 'b' + id.substring(1);
    }

    private void change(String what, String method, String rest) throws Exception {
        client.ask(what, person, method, "/api/my/messages/" + rest, "", new byte[0], 204);
    }
}
