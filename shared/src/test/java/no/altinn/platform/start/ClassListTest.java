package no.altinn.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class ClassListTest {
    private final List<String> asked = new ArrayList<>();

    private final ClassLoader loader =
            new ClassLoader(null) {
                @Override
                public Class<?> loadClass(String name) throws ClassNotFoundException {
                    asked.add(name);
                    if (name.equals("some.Broken")) {
                        throw new NoClassDefFoundError("some/Parent");
                    }
                    return super.loadClass(name);
                }
            };

    @Test
    void classesAreLoadedInTheOrderOfTheList() {
        List<String> names = List.of("java.util.BitSet", "java.text.Bidi", "java.io.Console");

        assertThat(new ClassList(names, loader).load()).isEqualTo(3);
        assertThat(asked).containsExactlyElementsOf(names);
    }

    @Test
    void aClassThatIsGoneOrBrokenKeepsNoOtherFromBeingLoaded() {
        ClassList list =
                new ClassList(List.of("some.Gone", "some.Broken", "java.util.BitSet"), loader);

        assertThat(list.load()).isEqualTo(1);
        assertThat(asked).contains("java.util.BitSet");
    }

    @Test
    void aListThatIsNotThereIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassList.beside(ClassListTest.class, "none.classes"))
                .withMessageContaining("none.classes");
    }
}
