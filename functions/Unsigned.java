import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Leaves the signatures out of the libraries of a staged app. The JVM would check the digest of
 * every class that it loads from a signed library, which is an eighth of a cold start, and nothing
 * looks at the result: whoever could change a library of the package could as well take its
 * signature away. What comes into the build is checked there, by its checksum.
 */
final class Unsigned {
    private static final Pattern SIGNATURE =
            Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)", Pattern.CASE_INSENSITIVE);
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private Unsigned() {}

    /** Takes the folder with the libraries; those that are not signed are left alone. */
    public static void main(String[] arguments) throws IOException {
        try (DirectoryStream<Path> libraries =
                Files.newDirectoryStream(Path.of(arguments[0]), "*.jar")) {
            for (Path library : libraries) {
                if (isSigned(library)) {
                    Path unsigned = library.resolveSibling(library.getFileName() + ".unsigned");
                    copy(library, unsigned);
                    Files.move(unsigned, library, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static boolean isSigned(Path library) throws IOException {
        try (ZipFile jar = new ZipFile(library.toFile())) {
            return jar.stream().anyMatch(entry -> SIGNATURE.matcher(entry.getName()).matches());
        }
    }

    private static void copy(Path library, Path unsigned) throws IOException {
        try (ZipFile jar = new ZipFile(library.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(unsigned))) {
            for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (!SIGNATURE.matcher(entry.getName()).matches()) {
                    ZipEntry same = new ZipEntry(entry.getName());
                    // The same package comes out of the same sources, whenever it is built.
                    same.setTime(entry.getTime());
                    out.putNextEntry(same);
                    try (InputStream in = jar.getInputStream(entry)) {
                        if (entry.getName().equals(MANIFEST)) {
                            withoutDigests(new Manifest(in)).write(out);
                        } else {
                            in.transferTo(out);
                        }
                    }
                    out.closeEntry();
                }
            }
        }
    }

    private static Manifest withoutDigests(Manifest manifest) {
        manifest.getEntries().clear();
        return manifest;
    }
}
