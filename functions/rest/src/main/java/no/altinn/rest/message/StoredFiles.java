package no.altinn.rest.message;

import no.altinn.platform.client.Unavailable;
import no.altinn.rest.file.Files;
import no.altinn.rest.file.Transfers;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The files of messages: attachments, and forms that are too long for a record. Thread-safe. */
public final class StoredFiles {
    /** How many bytes of forms a message's record holds together; more go into files. */
    public static final int MOST_INLINE = 256 * 1024;

    private final Files files;
    private final Transfers transfers;

    /**
     * @param transfers of the same files
     */
    public StoredFiles(Files files, Transfers transfers) {
        this.files = files;
        this.transfers = transfers;
    }

    /**
     * Stores bytes under a new name.
     *
     * @param bytes up to 30 MiB
     * @return the name
     */
    public String keep(int party, byte[] bytes) {
        String name = "messages/r%d/%s".formatted(party, UUID.randomUUID());
        files.write(name, bytes, Optional.empty());
        return name;
    }

    /** The bytes of a file that a message names. */
    public byte[] read(String name) {
        return files.read(name)
                .orElseThrow(() -> new Unavailable("A file of a message is not there."));
    }

    /**
     * Stores the XML of forms where it fits.
     *
     * @return the same forms; those for which there is no room in the record are in files
     */
    public List<Form> keep(int party, List<Form> forms) {
        List<Form> kept = new ArrayList<>();
        int room = MOST_INLINE;
        for (Form form : forms) {
            if (form.data() instanceof Form.FormData.Inline inline) {
                byte[] bytes = inline.xml().getBytes(StandardCharsets.UTF_8);
                boolean fits = bytes.length <= room;
                room -= fits ? bytes.length : 0;
                kept.add(fits ? form : form.with(new Form.FormData.Filed(keep(party, bytes))));
            } else {
                kept.add(form);
            }
        }
        return kept;
    }

    /** The XML of a form; empty for a form that nobody has filled in. */
    public String xml(Form form) {
        return form.data() instanceof Form.FormData.Inline inline
                ? inline.xml()
                : new String(
                        read(((Form.FormData.Filed) form.data()).file()), StandardCharsets.UTF_8);
    }

    /** Removes the file of an attachment that no message has. */
    public void drop(Attachment attachment) {
        files.remove(attachment.file());
    }

    /** Removes the files that a message had and has no more. */
    public void dropUnused(Contents before, Contents after) {
        List<String> unused = new ArrayList<>(before.files());
        unused.removeAll(after.files());
        unused.forEach(files::remove);
    }

    /** Lets all files of a message go away with its record. */
    void expire(Contents contents, Instant at) {
        for (String name : contents.files()) {
            // A file that has gone already is what was wanted.
            transfers.keep(name, Optional.of(at));
        }
    }
}
