package no.altinn.local.testdata;

/**
 * A file that a developer wrote is not of its form. The message is one line, such as {@code line 3:
 * rules[0].caller: …}.
 */
public final class MalformedFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message all faults in one line, each with its line in the file
     */
    MalformedFile(String message) {
        super(message);
    }

    /**
     * @param line where it is wrong, 1 and up
     * @param reason what is wrong there, in one line
     */
    MalformedFile(int line, String reason, Throwable cause) {
        super("line %d: %s".formatted(line, reason), cause);
    }
}
