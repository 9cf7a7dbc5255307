package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Files of the REST API, as users send and fetch them on one machine. */
@ExtendWith(RunningPlatform.class)
final class RestFilesTest {
    private static final String DRAFT =
            """
            {"Type":"FormTask","ServiceCode":"1001","ServiceEdition":1,"_embedded":{"forms":[
            {"Type":"MainForm","DataFormatId":"5000","DataFormatVersion":"40000",
            "FormData":"<Skjema><navn>Åse</navn></Skjema>"}],"attachments":[]}}""";

    /** Larger than any buffer on the way. */
    private static final byte[] FILE = "Blåbær. ".repeat(300_000).getBytes(StandardCharsets.UTF_8);

    private final Platform platform;
    private final RestClient client;
    private String cookie;
    private String attachments;

    RestFilesTest(Platform platform) {
        this.platform = platform;
        this.client = RestClient.ofUsers(platform);
    }

    @BeforeEach
    void begin() {
        cookie = client.logIn("ola", "Passord-A1");
        Reply made = client.call("POST", "my/messages?complete=false", cookie).json(DRAFT).send();
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        attachments = below(made) + "/attachments";
    }

    private static String below(Reply made) {
        return URI.create(made.header("Location").orElseThrow())
                .getPath()
                .substring("/api/".length());
    }

    private Call upload(String path) {
        return client.call("POST", path, cookie).body("application/x-anything", FILE);
    }

    private static String md5() throws Exception {
        return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(FILE));
    }

    @Test
    void aFileIsSentAndFetchedAsItWas() throws Exception {
        Reply sent = upload(attachments + "/streamedattachment?fileName=a.txt").send();

        assertThat(sent.status()).as("%s", sent).isEqualTo(201);
        assertNothingOfTheFront(sent);
        Reply fetched = client.call("GET", below(sent), cookie).send();
        assertThat(fetched.status()).isEqualTo(200);
        assertThat(fetched.body().getBytes(StandardCharsets.UTF_8)).isEqualTo(FILE);
        assertThat(fetched.contentType()).isEqualTo("text/plain; charset=utf-8");
        assertThat(fetched.header("Content-Length")).contains(Integer.toString(FILE.length));
        assertThat(fetched.header("Content-Disposition"))
                .contains("attachment; filename*=UTF-8''a.txt");
        assertThat(fetched.header("Content-MD5")).contains(md5());
        assertNothingOfTheFront(fetched);
    }

    private static void assertNothingOfTheFront(Reply reply) {
        assertThat(reply.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("x-transfer"));
    }

    @Test
    void aHeadTellsOfTheFileAndAClientThatHasItIsSpared() {
        Reply sent = upload(attachments + "/streamedattachment?fileName=a.txt").send();

        Reply head = client.call("HEAD", below(sent), cookie).send();
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).contains(Integer.toString(FILE.length));
        String tag = head.header("ETag").orElseThrow();
        assertThat(
                        client.call("GET", below(sent), cookie)
                                .header("If-None-Match", tag)
                                .send()
                                .status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/StreamedAttachment", "/streamedattachment/", "//streamedattachment"})
    void thePathIsFoundHoweverItIsWritten(String path) {
        Reply sent = upload(attachments + path + "?filename=a.txt&attachmenttype=vedlegg").send();

        assertThat(sent.status()).as("%s", sent).isEqualTo(201);
    }

    @Test
    void bothNamesOfTheBoxTakeFiles() {
        String box = attachments.replace("/messages/", "/MessageBox/");

        assertThat(upload(box + "/streamedattachment?fileName=a.txt").send().status())
                .isEqualTo(201);
    }

    @Test
    void aFileThatIsNotAsItsChecksumSaysIsNotAttached() throws Exception {
        String path = attachments + "/streamedattachment?fileName=a.txt";

        Reply refused = upload(path).header("Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA==").send();
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("ErrorMessage").asText())
                .isEqualTo("The file that came does not match Content-MD5");
        assertThat(client.call("GET", attachments, cookie).send().body()).doesNotContain("a.txt");

        assertThat(upload(path).header("Content-MD5", md5()).send().status()).isEqualTo(201);
    }

    @Test
    void aFileThatIsNotWantedIsRefusedWithoutIt() {
        String path = attachments + "/streamedattachment?fileName=";

        assertThat(upload(path + "a.exe").send().status()).isEqualTo(400);
        assertThat(
                        platform.call("POST", "api/" + path + "a.txt")
                                .body("text/plain", "x")
                                .send()
                                .status())
                .isEqualTo(400);
        assertThat(client.call("POST", path + "a.txt").body("text/plain", FILE).send().status())
                .isEqualTo(401);
        Reply chunked =
                client.call("POST", path + "a.txt", cookie).chunked("text/plain", "x").send();
        assertThat(chunked.status()).isEqualTo(411);
        assertThat(chunked.json().path("ErrorMessage").asText()).contains("Content-Length");
    }

    @Test
    void whatAClientSaysInTheFrontsWordsIsNotHeard() {
        Reply sent =
                upload(attachments + "/streamedattachment?fileName=a.txt")
                        .header("X-Transfer", "commit")
                        .header("X-Transfer-Length", "1")
                        .header("X-Transfer-File", "messages/r50000001/x")
                        .send();

        assertThat(sent.status()).as("%s", sent).isEqualTo(201);
    }

    @Test
    void anAttachmentThatIsThereFromTheStartIsFetched() {
        Reply fetched = client.call("GET", "my/messages/a1/attachments/1", cookie).send();

        assertThat(fetched.status()).isEqualTo(200);
        assertThat(fetched.body()).startsWith("%PDF");
        assertThat(fetched.contentType()).isEqualTo("application/pdf");
    }

    @Test
    void aFileInJsonIsAttachedAndFetchedAsEver() {
        Reply added =
                client.call("POST", attachments, cookie)
                        .json("{\"FileName\":\"a.txt\",\"Data\":\"aGVp\"}")
                        .send();

        assertThat(added.status()).as("%s", added).isEqualTo(201);
        assertThat(
                        List.of(
                                client.call("GET", below(added), cookie).send().body(),
                                client.call("DELETE", below(added), cookie).send().status(),
                                client.call("GET", below(added), cookie).send().status()))
                .containsExactly("hei", 204, 404);
    }
}
