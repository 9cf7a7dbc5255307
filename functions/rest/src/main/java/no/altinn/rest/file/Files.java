package no.altinn.rest.file;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps bytes by name. A write is durable when the call returns, and whole: no reader sees a part
 * of it. Reads see every write that returned before. Implementations are thread-safe.
 *
 * <p>A name has 1 to 200 characters: letters from a to z in either case, digits, {@code _}, {@code
 * -}, {@code .} and {@code /}, which ends a part. A part is not empty, and does not begin or end
 * with a full stop. Names that differ in case are different.
 *
 * <p>Every method throws {@link IllegalArgumentException} for another name, and {@link
 * no.altinn.platform.client.Unavailable} if the store does not answer.
 */
public interface Files {
    /** The most characters of a name. */
    int LONGEST_NAME = 200;

    /** What a name is made of. */
    Pattern NAME =
            Pattern.compile(
                    "(?=.{1,"
                            + LONGEST_NAME
                            + "}$)"
                            + "[\\w-](?:[\\w.-]*[\\w-])?(?:/[\\w-](?:[\\w.-]*[\\w-])?)*");

    /**
     * Writes a file, in the place of the one with its name, if there is one.
     *
     * @param bytes up to 30 MiB
     * @param expires from when on it is gone, to the second; empty for never
     */
    void write(String name, byte[] bytes, Optional<Instant> expires);

    /** The bytes of a file, unless there is none or it has expired. */
    Optional<byte[]> read(String name);

    /** Removes a file; does nothing if there is none. */
    void remove(String name);

    /**
     * Frees the space of files that have expired.
     *
     * @return how many files
     */
    int removeExpired();

    /**
     * Requires a name as described above.
     *
     * @throws IllegalArgumentException if it is another text
     */
    static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("No name of a file: " + name);
        }
        return name;
    }
}
