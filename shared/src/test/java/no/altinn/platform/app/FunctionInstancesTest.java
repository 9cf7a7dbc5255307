package no.altinn.platform.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class FunctionInstancesTest {
    private record Greeting(String text) {}

    private record Farewell(String text) {}

    private final Greeting greeting = new Greeting("hello");
    private final FunctionInstances functions =
            FunctionInstances.of(greeting, new Farewell("good-bye"));

    @Test
    void aClassHasTheOneInstanceThatWasMade() {
        assertThat(functions.getInstance(Greeting.class)).isSameAs(greeting);
        assertThat(functions.getInstance(Farewell.class).text()).isEqualTo("good-bye");
    }

    @Test
    void aClassOfAnotherAppIsNamedInTheRefusal() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> functions.getInstance(String.class))
                .withMessageContaining("java.lang.String");
    }

    @Test
    void aSuperclassIsNoFunctionClass() {
        assertThatIllegalArgumentException().isThrownBy(() -> functions.getInstance(Record.class));
    }

    @Test
    void aClassHasNoTwoInstances() {
        assertThatIllegalStateException()
                .isThrownBy(() -> FunctionInstances.of(greeting, new Greeting("hi")));
    }
}
