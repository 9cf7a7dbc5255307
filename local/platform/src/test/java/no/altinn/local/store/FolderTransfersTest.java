package no.altinn.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.local.host.http.FileTransfer;
import no.altinn.local.host.http.TransferRefused;
import no.altinn.rest.file.Transfers;
import no.altinn.rest.file.TransfersContract;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class FolderTransfersTest extends TransfersContract {
    private static final URI BASE = URI.create("http://localhost:7071/");

    @TempDir private Path temporary;

    private FolderFiles files;

    @BeforeEach
    void open() {
        files = FolderFiles.open(temporary.resolve("files"), clock);
    }

    @Override
    protected FolderFiles files() {
        return files;
    }

    @Override
    protected FolderTransfers transfers() {
        return (FolderTransfers) files.transfers(BASE);
    }

    @Override
    protected Outcome put(URI to, byte[] bytes) throws IOException {
        try (FileTransfer.Sending sending = files.fileTransfer().send(to, bytes.length)) {
            sending.write(ByteBuffer.wrap(bytes));
            sending.finish();
            return new Outcome(201, new byte[0]);
        } catch (TransferRefused e) {
            return refused(e);
        }
    }

    private static Outcome refused(TransferRefused e) {
        return new Outcome(e.status(), e.getMessage().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected void breakOff(URI to, byte[] bytes, long announced) throws IOException {
        try (FileTransfer.Sending sending = files.fileTransfer().send(to, announced)) {
            sending.write(ByteBuffer.wrap(bytes));
        }
    }

    @Override
    protected Outcome get(URI from) throws IOException {
        try (FileTransfer.Fetching file = files.fileTransfer().fetch(from)) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            ByteBuffer buffer = ByteBuffer.allocate(1000);
            while (file.read(buffer) >= 0) {
                all.write(buffer.array(), 0, buffer.position());
                buffer.clear();
            }
            assertThat(all.size()).isEqualTo((int) file.length());
            return new Outcome(200, all.toByteArray());
        } catch (TransferRefused e) {
            return refused(e);
        }
    }

    private List<Path> regular() throws IOException {
        try (Stream<Path> all = Files.walk(temporary)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void nothingIsLeftOfAFileThatBreaksOff() throws IOException {
        breakOff(transfers().toWrite("sent/a"), new byte[1000], 2000);

        assertThat(regular()).isEmpty();
    }

    @Test
    void aFileOfAnotherLengthThanAnnouncedIsRefused() throws IOException {
        URI to = transfers().toWrite("sent/a");
        FileTransfer front = files.fileTransfer();
        try (FileTransfer.Sending sending = front.send(to, 2)) {
            assertThatThrownBy(() -> sending.write(ByteBuffer.wrap(new byte[3])))
                    .isInstanceOf(TransferRefused.class)
                    .hasMessage("The file is longer than announced");
        }
        try (FileTransfer.Sending sending = front.send(to, 2)) {
            sending.write(ByteBuffer.wrap(new byte[1]));
            assertThatThrownBy(sending::finish)
                    .isInstanceOf(TransferRefused.class)
                    .hasMessage("The file is shorter than announced");
        }
        assertThat(regular()).isEmpty();
    }

    @Test
    void ofTwoSendersToOneAddressTheFirstToEndWins() throws IOException {
        URI to = transfers().toWrite("sent/a");
        try (FileTransfer.Sending first = files.fileTransfer().send(to, 1);
                FileTransfer.Sending second = files.fileTransfer().send(to, 1)) {
            first.write(ByteBuffer.wrap(new byte[] {1}));
            second.write(ByteBuffer.wrap(new byte[] {2}));
            second.finish();
            assertThatThrownBy(first::finish).isInstanceOf(TransferRefused.class);
        }

        assertThat(files.read("sent/a").orElseThrow()).containsExactly(2);
        assertThat(regular()).hasSize(1);
    }

    @Test
    void refusalsSayWhatIsWrong() throws IOException {
        String to = transfers().toWrite("sent/a").toString();

        assertThat(put(URI.create(to.replace("sig=", "sig=x")), new byte[1]).body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("The signature is not that of this address");
        assertThat(put(URI.create(to.replace("op=w", "op=r")), new byte[1]).body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("The signature is not that of this address");
        assertThat(get(URI.create(to)).body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("The address is good for another operation");
        clock.advance(Transfers.VALID);
        assertThat(put(URI.create(to), new byte[1]).body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("The address has expired");
    }

    @Test
    void anAddressCountsInTheProcessThatGaveIt() throws IOException {
        URI to = transfers().toWrite("sent/a");
        open();

        assertThat(put(to, new byte[1]).status()).isEqualTo(403);
    }

    @Test
    void whatIsKnownOfAFileOutlivesARestart() throws IOException {
        put(transfers().toWrite("sent/a"), new byte[] {1});
        put(transfers().toWrite("sent/b"), new byte[] {2});
        transfers().claim("sent/a");
        transfers().keep("sent/b", Optional.of(now.plusSeconds(60)));
        open();

        assertThat(transfers().claim("sent/a")).isFalse();
        assertThat(transfers().arrived("sent/a").orElseThrow().md5())
                .isEqualTo("VaVACK0bpYmqIQ0mKcHfQQ==");
        clock.advance(Duration.ofSeconds(60));
        assertThat(files.read("sent/a")).isPresent();
        assertThat(files.read("sent/b")).isEmpty();
    }

    @Test
    void aFileOfTheFirstFormIsRead() throws IOException {
        files.write("messages/old", "old".getBytes(StandardCharsets.UTF_8), Optional.empty());
        Path file = regular().get(0);

        // Eight bytes of when it expires, and its own.
        assertThat(Files.readAllBytes(file)).hasSize(11);
        assertThat(get(transfers().toRead("messages/old")).body())
                .isEqualTo("old".getBytes(StandardCharsets.UTF_8));
    }
}
