#!/usr/bin/env bash
# Jetty 12.1.14 (org.eclipse.jetty:jetty-io): the buffer pool that a server has by default.
#
# Expected: ArrayByteBufferPool() keeps a released buffer of any size that is asked for again and
# again, up to the bounds of its memory.
# Seen: a buffer of 65 536 bytes is given again; of 65 537 bytes none is ever kept. Each is memory
# outside the heap that is made anew and waits for the garbage collector.
#
# Hurts: a server whose responseHeaderSize, requestHeaderSize or outputBufferSize is set over
# 64 KiB. Each answer takes a new direct buffer, so memory outside the heap grows with the load and
# answers are slower.
# Way out: leave such sizes at 64 KiB or less, or give the server a pool whose largest capacity is
# said: new ArrayByteBufferPool(0, -1, 256 * 1024).
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.eclipse.jetty</groupId>
      <artifactId>jetty-io</artifactId>
      <version>12.1.14</version>
    </dependency>
  </dependencies>
</project>
POM
mvn -q -B -C org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory=lib >&2

cat >Finding.java <<'JAVA'
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;

class Finding {
    public static void main(String[] args) {
        for (int size : new int[] {32 * 1024, 64 * 1024, 64 * 1024 + 1, 128 * 1024}) {
            say("default pool", new ArrayByteBufferPool(), size);
        }
        say("pool with a capacity of 256 KiB", new ArrayByteBufferPool(0, -1, 256 * 1024), 128 * 1024);
    }

    static void say(String label, ArrayByteBufferPool pool, int size) {
        RetainableByteBuffer first = pool.acquire(size, true);
        ByteBuffer memory = first.getByteBuffer();
        first.release();
        boolean isGivenAgain = pool.acquire(size, true).getByteBuffer() == memory;
        System.out.println(label + ", " + size + " bytes: given again = " + isGivenAgain);
    }
}
JAVA

cat >expected <<'EXPECTED'
default pool, 32768 bytes: given again = true
default pool, 65536 bytes: given again = true
default pool, 65537 bytes: given again = false
default pool, 131072 bytes: given again = false
pool with a capacity of 256 KiB, 131072 bytes: given again = true
EXPECTED

java -cp 'lib/*' Finding.java 2>/dev/null | tee seen
diff expected seen
