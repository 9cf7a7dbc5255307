package no.altinn.local.store;

import no.altinn.local.host.http.FileTransfer;
import no.altinn.local.host.http.TransferRefused;
import no.altinn.rest.file.Transfers;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * Writes and reads the files of a folder for the front, in this process. A file is written aside,
 * flushed, and then renamed, so one that breaks off leaves nothing. Thread-safe.
 */
final class FolderFileTransfer implements FileTransfer {
    private static final String TAKEN = "There is a file at this address already";

    private final FileFolder folder;
    private final FolderAddresses addresses;

    FolderFileTransfer(FileFolder folder, FolderAddresses addresses) {
        this.folder = folder;
        this.addresses = addresses;
    }

    @Override
    public Sending send(URI to, long length) throws IOException {
        Path place = folder.place(addresses.nameAt(to, FolderAddresses.Operation.WRITE));
        if (folder.look(place, (head, channel) -> true).isPresent()) {
            throw new TransferRefused(409, TAKEN);
        }
        return new Writing(place, folder.fresh(), length);
    }

    @Override
    public Fetching fetch(URI from) throws IOException {
        Path place = folder.place(addresses.nameAt(from, FolderAddresses.Operation.READ));
        FileChannel channel;
        try {
            channel = FileChannel.open(place, StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            throw new TransferRefused(404, "There is no file at this address");
        }
        try {
            StoredHead head = StoredHead.read(channel);
            if (head.hasExpiredAt(folder.clock().instant())) {
                throw new TransferRefused(404, "There is no file at this address");
            }
            return new Reading(channel, channel.size() - head.length());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** A file on its way in. For one thread. */
    private final class Writing implements Sending {
        private final Path place;
        private final Path fresh;
        private final long length;
        private final FileChannel channel;
        private final MessageDigest digest = FolderTransfers.md5();
        private long written;

        Writing(Path place, Path fresh, long length) throws IOException {
            this.place = place;
            this.fresh = fresh;
            this.length = length;
            this.channel = FileFolder.create(fresh);
            channel.position(StoredHead.LONG);
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            written += bytes.remaining();
            if (written > length) {
                throw new TransferRefused(400, "The file is longer than announced");
            }
            digest.update(bytes.duplicate());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        @Override
        public void finish() throws IOException {
            if (written != length) {
                throw new TransferRefused(400, "The file is shorter than announced");
            }
            String md5 = Base64.getEncoder().encodeToString(digest.digest());
            StoredHead.ofSent(folder.clock().instant().plus(Transfers.UNCLAIMED), md5)
                    .write(channel);
            // Otherwise the name could reach the disk before the bytes.
            channel.force(true);
            channel.close();
            try {
                folder.add(fresh, place);
            } catch (FileAlreadyExistsException e) {
                throw new TransferRefused(409, TAKEN);
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
            // The file is there only if it was not moved.
            Files.deleteIfExists(fresh);
        }
    }

    /** A file on its way out. For one thread. */
    private record Reading(FileChannel channel, long length) implements Fetching {
        @Override
        public int read(ByteBuffer into) throws IOException {
            return channel.read(into);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
