package no.altinn.testing.cosmos;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.function.Consumer;

/** The {@code _rid}s: a database's 4 bytes, its containers' 8, documents' 16. */
final class ResourceIds {
    private static final int CONTAINER_BIT = 0x80000000;

    private ResourceIds() {}

    static String ofDatabase(int number) {
        return text(4, bytes -> bytes.putInt(number));
    }

    static String ofContainer(int database, int number) {
        return text(8, bytes -> bytes.putInt(database).putInt(CONTAINER_BIT | number));
    }

    /** Those of a container sort by their numbers; the last byte tells that it is a document. */
    static String ofDocument(String container, long number) {
        byte[] owner = Base64.getDecoder().decode(container.replace('-', '/'));
        return text(16, bytes -> bytes.put(owner).putLong(number << 8));
    }

    private static String text(int length, Consumer<ByteBuffer> content) {
        byte[] bytes = new byte[length];
        content.accept(ByteBuffer.wrap(bytes));
        return Base64.getEncoder().encodeToString(bytes).replace('/', '-');
    }
}
