package no.altinn.rest.representation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;
import java.util.Map;

/** What a writer writes, the reader reads back, in every representation. */
class RoundTripTest {
    private static final BodyReader READER = BodyReader.strict();

    @Property(tries = 300)
    void whatIsWrittenIsReadBack(@ForAll("resources") Resource resource, @ForAll Format format) {
        Fields read = READER.read(format.mediaType(), Writer.of(format).write(resource));

        assertSame(read, resource);
    }

    @Property(tries = 100)
    void aListIsReadBackItemByItem(@ForAll("lists") Listing listing, @ForAll Format format) {
        Fields read = READER.read(format.mediaType(), Writer.of(format).write(listing));
        List<Fields> items = format == Format.HAL_JSON ? read.list(listing.rel()) : read.items();

        assertThat(items).hasSameSizeAs(listing.items());
        for (int i = 0; i < items.size(); i++) {
            assertSame(items.get(i), listing.items().get(i));
        }
    }

    private static void assertSame(Fields read, Resource written) {
        assertSame(read, written.members());
        for (Listing list : written.embedded()) {
            List<Fields> items = read.list(list.rel());
            assertThat(items).hasSameSizeAs(list.items());
            for (int i = 0; i < items.size(); i++) {
                assertSame(items.get(i), list.items().get(i).members());
            }
        }
    }

    private static void assertSame(Fields read, Members written) {
        for (Map.Entry<String, Value> member : written.values().entrySet()) {
            String name = member.getKey();
            Value value = member.getValue();
            assertThat(read.has(name)).isTrue();
            if (value instanceof Value.Text text) {
                assertThat(read.text(name).orElse("")).isEqualTo(text.text());
            } else if (value instanceof Value.Whole whole) {
                assertThat(read.number(name)).hasValue((int) whole.number());
            } else if (value instanceof Value.Flag flag) {
                assertThat(read.flag(name)).contains(flag.flag());
            } else if (value instanceof Value.Structure structure) {
                assertSame(read.structure(name).orElseThrow(), structure.members());
            } else if (value instanceof Value.Structures structures) {
                assertThat(read.list(name)).hasSameSizeAs(structures.items());
                for (int i = 0; i < structures.items().size(); i++) {
                    assertSame(read.list(name).get(i), structures.items().get(i));
                }
            } else if (value instanceof Value.Texts texts) {
                assertThat(read.texts(name)).isEqualTo(texts.items());
            }
        }
    }

    /** Texts of every character that XML has. */
    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("\t\n\r <>&'\"]\\/{}å\u0085\u2028")
                .withCharRange(' ', '\uD7FF')
                .withCharRange('\uE000', '\uFFFC')
                .ofMaxLength(20)
                .map(text -> text + (text.length() % 3 == 0 ? "\ud83d\ude00" : ""));
    }

    /** Names that no two members of a structure share, in whichever case. */
    private static Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(6)
                .map(text -> "M" + text);
    }

    private static Arbitrary<Value> single() {
        return Arbitraries.oneOf(
                texts().map(Value.Text::new),
                Arbitraries.integers().map(number -> new Value.Whole(number)),
                Arbitraries.of(true, false).map(Value.Flag::new),
                texts().list().ofMaxSize(3).map(list -> new Value.Texts("string", list)));
    }

    private static Arbitrary<Members> members(Arbitrary<Value> values) {
        return Arbitraries.maps(names(), values)
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(
                        map -> {
                            Members.Builder builder = Members.builder();
                            map.forEach(builder::value);
                            return builder.build();
                        });
    }

    private static Arbitrary<Value> values() {
        Arbitrary<Members> inner = members(single());
        return Arbitraries.oneOf(
                single(),
                inner.map(Value.Structure::new),
                inner.list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .map(items -> new Value.Structures("Item", items)));
    }

    private static Link self(String text) {
        return Link.of("self", "B/" + text).with("name", new Value.Text(text));
    }

    private static Arbitrary<Resource> plain() {
        return Combinators.combine(members(values()), texts())
                .as((members, text) -> Resource.of("Thing", members, self(text)));
    }

    @Provide
    Arbitrary<Listing> lists() {
        return plain().list()
                .ofMaxSize(3)
                .map(items -> Listing.of("things", "Thing", items, self("list")));
    }

    @Provide
    Arbitrary<Resource> resources() {
        return Combinators.combine(plain(), lists(), lists())
                .as(
                        (resource, one, other) ->
                                resource.with(Listing.of("forms", "Form", one.items()))
                                        .with(
                                                Listing.of(
                                                        "attachments",
                                                        "Attachment",
                                                        other.items())));
    }
}
