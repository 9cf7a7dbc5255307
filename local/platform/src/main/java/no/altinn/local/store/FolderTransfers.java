package no.altinn.local.store;

import no.altinn.rest.file.ArrivalNames;
import no.altinn.rest.file.ArrivedFile;
import no.altinn.rest.file.Files;
import no.altinn.rest.file.Transfers;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Tells where the files of a folder are, and what has come. Thread-safe. */
final class FolderTransfers implements Transfers {
    private static final int BUFFER = 64 * 1024;

    private final FileFolder folder;
    private final FolderAddresses addresses;
    private final URI base;

    FolderTransfers(FileFolder folder, FolderAddresses addresses, URI base) {
        this.folder = folder;
        this.addresses = addresses;
        this.base = base;
    }

    @Override
    public URI toWrite(String name) {
        return addresses.give(base, FolderAddresses.Operation.WRITE, ArrivalNames.checked(name));
    }

    @Override
    public URI toRead(String name) {
        return addresses.give(base, FolderAddresses.Operation.READ, Files.checked(name));
    }

    @Override
    public Optional<ArrivedFile> arrived(String name) {
        Path place = folder.place(name);
        return folder.unlessAway(
                () -> folder.look(place, (head, channel) -> arrived(name, head, channel)));
    }

    private static ArrivedFile arrived(String name, StoredHead head, FileChannel channel)
            throws IOException {
        return new ArrivedFile(
                name,
                channel.size() - head.length(),
                head.md5().isPresent() ? head.md5().get() : md5(channel));
    }

    /** Of a file that came through the app, and so is not long. */
    private static String md5(FileChannel channel) throws IOException {
        MessageDigest digest = md5();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        while (channel.read(buffer) >= 0) {
            digest.update(buffer.flip());
            buffer.clear();
        }
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5.", e);
        }
    }

    @Override
    public boolean claim(String name) {
        Path place = folder.place(name);
        return folder.unlessAway(
                () ->
                        folder.change(
                                        place,
                                        (head, channel) ->
                                                !head.isClaimed()
                                                        && kept(head, channel, Optional.empty()))
                                .orElse(false));
    }

    @Override
    public boolean keep(String name, Optional<Instant> expires) {
        Path place = folder.place(name);
        return folder.unlessAway(
                () ->
                        folder.change(
                                        place,
                                        (head, channel) -> kept(head, channel, folder.end(expires)))
                                .orElse(false));
    }

    private static boolean kept(StoredHead head, FileChannel channel, Optional<Instant> expires)
            throws IOException {
        head.claimedUntil(expires).write(channel);
        channel.force(true);
        return true;
    }
}
