package no.altinn.events.webhook.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "5|hello|0||; hello; true",
                "2|he|3|llo|0||; hello; true",
                "0005|hello|000||; hello; true",
                "A|0123456789|0||; 0123456789; true",
                "a|0123456789|0|Trailer: x||; 0123456789; true",
                "5 ,x=y|hello|0 ,z||; hello; true",
                "0||more; ''; true",
                "5|hello|0; hello; false",
                "5|hello; hello; false",
                "5|hel; hel; false",
                "5; ''; false",
                "ffffffff|hello; hello; false",
                "100000000|hello; hello; false",
                "000000000000005|hello|0||; hello; true",
                "0000000000000005|hello|0||; ''; false",
                "2|hello|0||; he; false",
                "|hello; ''; false",
                "-1|x; ''; false",
                "zz|x; ''; false",
                "5|hello|zz|x; hello; false"
            })
    void theContentOfChunksIsOneTextHoweverItsBytesCome(
            String text, String content, boolean isWhole) {
        byte[] bytes = text.replace("|", "\r\n").replace(',', ';').getBytes(ISO_8859_1);
        for (int piece : new int[] {1, 2, 3, 4096}) {
            StringBuilder heard = new StringBuilder();
            Chunks chunks =
                    new Chunks(
                            (of, from, count) ->
                                    heard.append(new String(of, from, count, ISO_8859_1)));
            for (int at = 0; at < bytes.length; at += piece) {
                chunks.add(bytes, at, Math.min(piece, bytes.length - at));
            }

            assertThat(heard).hasToString(content);
            assertThat(chunks.isWhole()).isEqualTo(isWhole);
        }
    }
}
