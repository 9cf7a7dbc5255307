package no.altinn.testing.node;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of Node, as {@code node --version} tells it. */
final class NodeVersion {
    /** What every tool of the locks runs on. */
    static final int OLDEST = 20;

    private static final Pattern VERSION = Pattern.compile("v(([0-9]+)\\.\\S+)\\s*");

    private NodeVersion() {}

    /**
     * Refuses a machine whose Node is too old.
     *
     * @throws NodeMissing if it has none, or an older one than {@link #OLDEST}
     */
    static void require() {
        ToolRun node = new ToolRun(List.of("node", "--version")).within(Duration.ofSeconds(30));
        try {
            require(node.run().output());
        } catch (ToolRun.NotStarted e) {
            throw new NodeMissing(
                    "There is no Node on this machine: Node %d or later is needed"
                            .formatted(OLDEST),
                    e);
        }
    }

    /**
     * The same of a version that was told.
     *
     * @param told for example {@code v20.11.1}
     */
    static void require(String told) {
        Matcher version = VERSION.matcher(told);
        if (!version.matches()) {
            throw new NodeMissing("Node does not tell its version, but: " + told);
        }
        if (version.group(2).length() < 4 && Integer.parseInt(version.group(2)) < OLDEST) {
            throw new NodeMissing(
                    "Node %s is too old: Node %d or later is needed"
                            .formatted(version.group(1), OLDEST));
        }
    }
}
