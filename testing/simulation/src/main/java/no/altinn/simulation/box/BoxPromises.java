package no.altinn.simulation.box;

import no.altinn.rest.record.Entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What callers of the box can rely on.
 *
 * @param ledger what callers were told
 * @param messages each message as it is stored
 * @param reads the stored notes of who has read which message
 */
record BoxPromises(
        BoxLedger ledger,
        List<Entry> messages,
        List<Entry> reads,
        StoredBlobs blobs,
        Rights rights) {
    private static final Set<String> ARCHIVED = Set.of("ARCHIVED", "SENT_AND_ARCHIVED", "DELETED");
    private static final Pattern FILE = Pattern.compile("\"file\":\"([^\"]+)\"");

    /** Fewer bytes than every file of a schedule has. */
    private static final int MANY = 10;

    List<String> broken() {
        List<String> broken = new ArrayList<>();
        ledger.begun().forEach((number, name) -> require(broken, find(number), name));
        ledger.done().forEach((number, what) -> requireDone(broken, number, what));
        for (BoxLedger.Opened one : ledger.opened()) {
            if (rights.isDenied(one.userId(), one.from(), one.to())) {
                broken.add("nothing is shown that was denied — " + one);
            }
            if (reads.stream().noneMatch(read -> isOf(read, one))) {
                broken.add("what was shown is kept — " + one);
            }
        }
        messages.forEach(message -> requireFiles(broken, message));
        requireOnce(broken);
        return broken;
    }

    private Optional<Entry> find(long number) {
        return messages.stream().filter(one -> one.id().equals(Long.toString(number))).findFirst();
    }

    private static void require(List<String> broken, Optional<Entry> found, String name) {
        if (found.isEmpty()) {
            broken.add("what was acknowledged is stored — " + name);
        }
    }

    private void requireDone(List<String> broken, long number, Set<String> what) {
        String state =
                find(number)
                        .map(one -> one.head().path("state").path("status").asText())
                        .orElse("");
        boolean isDone =
                what.contains("deleted") ? state.equals("DELETED") : ARCHIVED.contains(state);
        if (!isDone) {
            broken.add("what was acknowledged is done — %d %s: %s".formatted(number, what, state));
        }
    }

    private static boolean isOf(Entry read, BoxLedger.Opened one) {
        return read.partition().endsWith("-" + one.id().number())
                && read.id().endsWith("_" + one.userId());
    }

    /** A file that broke off is never part of a message, and no file of a message is missing. */
    private void requireFiles(List<String> broken, Entry message) {
        Matcher file = FILE.matcher(message.head() + message.body());
        while (file.find()) {
            Optional<byte[]> bytes = blobs.read(file.group(1));
            if (bytes.isEmpty()) {
                broken.add("a message has all of its files — " + message.id() + " lacks one");
            } else if (bytes.get().length < MANY) {
                broken.add("a message has whole files — " + message.id() + " has a part of one");
            }
        }
    }

    /** A caller that gets no answer may send again; nothing else makes a second message. */
    private void requireOnce(List<String> broken) {
        Map<String, Integer> found = new HashMap<>();
        for (String name : ledger.attempts().keySet()) {
            Pattern mark = Pattern.compile("[>\"]" + name + "[<\"]");
            int count =
                    (int)
                            messages.stream()
                                    .filter(one -> mark.matcher(one.head() + one.body()).find())
                                    .count();
            found.put(name, count);
        }
        found.forEach(
                (name, count) -> {
                    if (count > ledger.attempts().get(name)) {
                        broken.add("nothing is sent by itself — %s %d".formatted(name, count));
                    }
                });
    }
}
