package no.altinn.local.standins;

import no.altinn.local.authorization.Policies;
import no.altinn.local.host.LoopHealth;
import no.altinn.local.host.PumpThread;
import no.altinn.local.testdata.FilePlaces;
import no.altinn.local.testdata.LiveFile;
import no.altinn.local.testdata.Parties;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that a developer edits. A change is seen within a fifth of a second, whether or not
 * anyone asks. Thread-safe.
 */
public final class TestFiles implements AutoCloseable {
    /** The name of the file with the policies, in each of its places. */
    public static final String POLICIES = "policies.json";

    /** The name of the file with the parties, in each of its places. */
    public static final String PARTIES = "parties.json";

    private static final Logger LOG = LoggerFactory.getLogger(TestFiles.class);
    private static final int MOST_NAMES = 10;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final LiveFile<Policies> policies;
    private final LiveFile<Parties> parties;
    private final PumpThread watch;

    // The watch alone writes these after the start.
    private Policies checkedRules;
    private Parties checkedParties;
    private volatile Optional<String> strangers = Optional.empty();

    /**
     * Reads the files and watches them from then on.
     *
     * @param health is told whether the watch goes on
     * @throws IllegalStateException if one cannot be read; the message names it
     */
    public TestFiles(FilePlaces policies, FilePlaces parties, LoopHealth health, Clock clock) {
        this.policies = new LiveFile<>(policies, Policies::parse, clock);
        this.parties = new LiveFile<>(parties, Parties::parse, clock);
        warnOfStrangers();
        this.watch = PumpThread.start("test-files", GRACE, this::turn, health);
    }

    private void turn(PumpThread self) throws InterruptedException {
        policies.look();
        parties.look();
        warnOfStrangers();
        self.pause(BETWEEN_LOOKS);
    }

    /** Says it once for each version of the files, in one line. */
    private void warnOfStrangers() {
        Policies rules = policies.get();
        Parties known = parties.get();
        if (!rules.equals(checkedRules) || !known.equals(checkedParties)) {
            checkedRules = rules;
            checkedParties = known;
            strangers = strangers(rules, known);
            strangers.ifPresent(warning -> LOG.warn("{}", warning));
        }
    }

    private Optional<String> strangers(Policies rules, Parties known) {
        List<String> names = rules.strangers(known);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String more = names.size() > MOST_NAMES ? " and others" : "";
        return Optional.of(
                "%s names callers or subjects that %s lacks: %s%s"
                        .formatted(
                                policies.place(),
                                parties.place(),
                                names.stream().limit(MOST_NAMES).collect(Collectors.joining(", ")),
                                more));
    }

    /** Who may do what. */
    public LiveFile<Policies> policies() {
        return policies;
    }

    /** Everyone whom the stand-ins know. */
    public LiveFile<Parties> parties() {
        return parties;
    }

    /** What is wrong with the files now, or may be, a line for each. */
    public List<String> faults() {
        return Stream.of(policies.fault(), parties.fault(), strangers)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void close() {
        watch.close();
    }
}
