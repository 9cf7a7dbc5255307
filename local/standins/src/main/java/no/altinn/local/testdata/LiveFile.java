package no.altinn.local.testdata;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a file says now. A call of {@link #look} or {@link #get} reads the file again if it has
 * changed. A version that can be read counts at once. A file that is malformed or gone counts after
 * a moment, because editors write a file in steps; until it is good again, the last good version
 * stays in force. Thread-safe.
 *
 * @param <T> what the file's text is read to
 */
public final class LiveFile<T> implements Supplier<T> {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFile.class);

    /** How long a file is malformed or gone before that counts. */
    static final Duration MOMENT = Duration.ofMillis(500);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private record Version<T>(T value, FilePlaces.Found found, Instant read) {}

    private record Doubt(FilePlaces.Found found, Instant since) {}

    private final FilePlaces places;
    private final Function<String, T> read;
    private final Clock clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Version<T> version;
    private volatile String fault = "";

    /** What was looked at last and needs no other look. */
    private volatile FilePlaces.Found settled;

    private volatile Doubt doubt;

    /**
     * Reads the file for the first time.
     *
     * @param read turns the text into what it means, or throws {@link MalformedFile}
     * @throws IllegalStateException if there is no file, or it is malformed from the start; the
     *     message names it
     */
    public LiveFile(FilePlaces places, Function<String, T> read, Clock clock) {
        this.places = places;
        this.read = read;
        this.clock = clock;
        this.settled = places.find();
        this.version = new Version<>(first(settled), settled, clock.instant());
        this.doubt = new Doubt(settled, clock.instant());
    }

    private T first(FilePlaces.Found found) {
        try {
            return read.apply(places.text(found));
        } catch (MalformedFile e) {
            throw new IllegalStateException(
                    ("%s is malformed, %s. Correct it, or remove it to use the one"
                                    + " that comes with the platform.")
                            .formatted(found.label(), e.getMessage()),
                    e);
        } catch (UncheckedIOException e) {
            throw new IllegalStateException(unreadable(found, e), e);
        }
    }

    private static String unreadable(FilePlaces.Found found, UncheckedIOException e) {
        return e.getCause() instanceof NoSuchFileException
                ? "There is no file " + found.label()
                : "%s cannot be read: %s".formatted(found.label(), e.getCause().getMessage());
    }

    /**
     * Has something done after each change.
     *
     * @param listener quick; called while the new version already counts
     */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public T get() {
        look();
        return version.value;
    }

    /** Reads the file again if it has changed. A fault is one line in the log. */
    public void look() {
        FilePlaces.Found found = places.find();
        if (!found.equals(settled)) {
            judge(found);
        } else if (!doubt.found.equals(found)) {
            // It was gone for less than a moment.
            doubt = new Doubt(found, clock.instant());
        }
    }

    private synchronized void judge(FilePlaces.Found found) {
        if (found.equals(settled)) {
            return;
        }
        try {
            T value = read.apply(places.text(found));
            // The file in force may be on its way from one name to another.
            if (found.rank() <= version.found.rank() || hasLasted(found)) {
                accept(value, found);
            }
        } catch (MalformedFile e) {
            doubt("%s, %s".formatted(found.label(), e.getMessage()), found);
        } catch (UncheckedIOException e) {
            doubt(unreadable(found, e), found);
        }
    }

    private void accept(T value, FilePlaces.Found found) {
        version = new Version<>(value, found, clock.instant());
        fault = "";
        LOG.info("Read {}", found.label());
        listeners.forEach(Runnable::run);
        // Last: the listeners are told before a caller of look() goes on.
        settled = found;
    }

    private void doubt(String wrong, FilePlaces.Found found) {
        if (hasLasted(found)) {
            fault =
                    "%s; the version of %s stays in force"
                            .formatted(
                                    wrong,
                                    TIME.format(version.read.atZone(ZoneId.systemDefault())));
            settled = found;
            LOG.warn("{}", fault);
        }
    }

    private boolean hasLasted(FilePlaces.Found found) {
        Instant now = clock.instant();
        if (!doubt.found.equals(found)) {
            doubt = new Doubt(found, now);
        }
        return Duration.between(doubt.since, now).compareTo(MOMENT) >= 0;
    }

    /** Where the version in force was read. */
    public String place() {
        return version.found.label();
    }

    /** When the version in force was read. */
    public Instant readAt() {
        return version.read;
    }

    /** What is wrong with the file, in one line, for as long as it is. */
    public Optional<String> fault() {
        return Optional.of(fault).filter(text -> !text.isEmpty());
    }
}
