package no.altinn.rest.file;

import java.net.URI;
import java.util.Optional;

/**
 * Files that fronts send: what is expected gets a name of its own, and what has come under it is
 * taken once, by the request that it was expected for. Thread-safe.
 *
 * <p>Every method throws {@link no.altinn.platform.client.Unavailable} if the store or the keys are
 * away.
 */
public final class Arrivals {
    private final Files files;
    private final Transfers transfers;
    private final ArrivalNames names;

    /**
     * @param transfers of the same files
     */
    public Arrivals(Files files, Transfers transfers, ArrivalNames names) {
        this.files = files;
        this.transfers = transfers;
        this.names = names;
    }

    /**
     * A file that is to come.
     *
     * @param to where the front sends it
     */
    public record Expected(String name, URI to) {}

    /**
     * Expects a file.
     *
     * @param request what tells the request from all others: who asks for what
     * @param length of the file, in bytes
     */
    public Expected expect(String request, long length) {
        String name = names.next(request, length);
        return new Expected(name, transfers.toWrite(name));
    }

    /**
     * Takes a file that has come; it stays for good then. One that is not as announced is removed.
     *
     * @param name as the front tells it
     * @param request the same text as when it was expected
     * @param length the same length
     * @param md5 the checksum that the client sent, 16 bytes in Base64
     * @throws NotTaken if it cannot be taken
     */
    public ArrivedFile take(String name, String request, long length, Optional<String> md5) {
        switch (names.judge(name, request, length)) {
            case FOREIGN -> throw new NotTaken(NotTaken.Reason.FOREIGN);
            case LATE -> throw new NotTaken(NotTaken.Reason.LATE);
            case GOOD -> {
                // Then it is the name of a file that this request may have.
            }
        }
        ArrivedFile file =
                transfers.arrived(name).orElseThrow(() -> new NotTaken(NotTaken.Reason.ABSENT));
        // Before anything is compared: a file that is taken already is never removed here.
        if (!transfers.claim(name)) {
            throw new NotTaken(NotTaken.Reason.TAKEN);
        }
        if (file.length() != length) {
            throw refused(name, NotTaken.Reason.LENGTH);
        }
        if (md5.isPresent() && !md5.get().equals(file.md5())) {
            throw refused(name, NotTaken.Reason.CHECKSUM);
        }
        return file;
    }

    private NotTaken refused(String name, NotTaken.Reason reason) {
        files.remove(name);
        return new NotTaken(reason);
    }

    /** Removes a file that was taken and is not wanted after all. */
    public void drop(ArrivedFile file) {
        files.remove(file.name());
    }

    /** A file that is there, whoever wrote it; empty if it is not, or has expired. */
    public Optional<ArrivedFile> find(String name) {
        return transfers.arrived(name);
    }

    /** Where a front fetches a file. */
    public URI toRead(String name) {
        return transfers.toRead(name);
    }
}
