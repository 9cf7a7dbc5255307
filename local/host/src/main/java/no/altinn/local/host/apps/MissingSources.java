package no.altinn.local.host.apps;

import java.util.List;

/** Triggers that would never fire, since no source has their queue or container. */
public final class MissingSources extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    MissingSources(List<String> triggers) {
        super(
                "Some functions would never be fired:%n- %s"
                        .formatted(String.join(System.lineSeparator() + "- ", triggers)));
    }
}
