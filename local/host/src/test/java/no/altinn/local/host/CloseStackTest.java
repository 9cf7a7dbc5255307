package no.altinn.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

final class CloseStackTest {
    private final CloseStack parts = new CloseStack();
    private final List<String> stopped = new ArrayList<>();

    private void addFailing(String name) {
        parts.add(
                () -> {
                    stopped.add(name);
                    throw new IOException(name);
                });
    }

    @Test
    void theLatestIsStoppedFirst() {
        parts.add(() -> stopped.add("first"));
        parts.add(() -> stopped.add("second"));
        parts.close();
        assertThat(stopped).containsExactly("second", "first");
    }

    @Test
    void onePartThatCannotBeStoppedLeavesNoneRunning() {
        parts.add(() -> stopped.add("first"));
        addFailing("second");
        addFailing("third");
        assertThatThrownBy(parts::close)
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("third");
        assertThat(stopped).containsExactly("third", "second", "first");
    }

    @Test
    void eachIsStoppedOnce() {
        parts.add(() -> stopped.add("only"));
        parts.close();
        parts.close();
        assertThat(stopped).containsExactly("only");
    }

    @Test
    void aPartIsGivenBackAsItWas() {
        AutoCloseable part = () -> stopped.add("part");
        assertThat(parts.add(part)).isSameAs(part);
    }
}
