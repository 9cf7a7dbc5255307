package no.altinn.local.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Makes files and folders that only their owner may use, from the moment they exist. Where the file
 * system knows no such permissions, they are made as it makes them.
 */
public final class OwnerOnly {
    private static final Set<PosixFilePermission> FILE =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER =
            PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /** Makes a folder, unless it is there. Missing folders above it are made as any are. */
    public static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Files.createDirectory(folder, attributes(folder, FOLDER));
        }
    }

    /** Opens a file; if the options make a new file, it is its owner's. */
    public static FileChannel open(Path file, Set<? extends OpenOption> options)
            throws IOException {
        return FileChannel.open(file, options, attributes(file, FILE));
    }

    /**
     * Takes all permissions of others than the owner from a file or folder that is there.
     *
     * @throws IOException if the file system knows such permissions, and refuses to change them
     */
    public static void restrict(Path path) throws IOException {
        if (!knowsPermissions(path)) {
            return;
        }
        Set<PosixFilePermission> now = Files.getPosixFilePermissions(path);
        Set<PosixFilePermission> owners = EnumSet.copyOf(FOLDER);
        owners.retainAll(now);
        if (!owners.equals(now)) {
            Files.setPosixFilePermissions(path, owners);
        }
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return knowsPermissions(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean knowsPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
