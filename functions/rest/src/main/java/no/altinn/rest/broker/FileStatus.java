package no.altinn.rest.broker;

import java.util.Optional;
import java.util.stream.Stream;

/** What has become of a file; of the one file, each recipient has a status of its own. */
public enum FileStatus {
    /** It is announced and has not come. No file that is kept is: it comes first. */
    INITIALIZED("Initialized"),
    /** It can be fetched. */
    UPLOADED("Uploaded"),
    /** It has been fetched, as the recipient has confirmed. */
    DOWNLOADED("Downloaded");

    private final String title;

    FileStatus(String title) {
        this.title = title;
    }

    /** The name in answers. */
    public String title() {
        return title;
    }

    /** The status of this name, in any case. */
    public static Optional<FileStatus> named(String text) {
        return Stream.of(values()).filter(each -> each.title.equalsIgnoreCase(text)).findFirst();
    }
}
