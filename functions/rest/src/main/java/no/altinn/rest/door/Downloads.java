package no.altinn.rest.door;

import no.altinn.platform.client.Unavailable;
import no.altinn.rest.file.Arrivals;
import no.altinn.rest.file.ArrivedFile;

/**
 * Tells the front where it fetches a stored file, and the client what it gets: its length, checksum
 * and tag. Thread-safe.
 */
final class Downloads {
    private static final String FROM = "X-Transfer-From";

    private final Arrivals arrivals;

    Downloads(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    /**
     * The reply with the headers of its file; any other reply as it is.
     *
     * @throws Unavailable if the file is not there, which the rules have said it is
     */
    Reply completed(Reply reply) {
        if (!(reply.content() instanceof Content.Stored stored)) {
            return reply;
        }
        ArrivedFile file =
                arrivals.find(stored.file())
                        .orElseThrow(() -> new Unavailable("A stored file is not there."));
        String md5 = stored.md5().orElse(file.md5());
        return reply.with(FROM, arrivals.toRead(stored.file()).toString())
                .with(Uploads.LENGTH, Long.toString(file.length()))
                .with("Content-MD5", md5)
                .with("ETag", '"' + md5 + '"');
    }
}
