#!/usr/bin/env bash
# Caffeine 3.3.1 (com.github.ben-manes.caffeine:caffeine): refreshAfterWrite with
# expireAfterWrite.
#
# Expected: a reload that is under way when the entry expires still fills the cache, and a reader
# who comes meanwhile waits for that reload.
# Seen: the value of the reload is thrown away and the cache stays empty. A reader who comes
# meanwhile starts a second load beside the reload.
#
# Hurts: a cache before a slow source. The source is asked twice at once, and readers wait
# although the reload brought a fresh value.
# Way out: leave more time between refresh and expiry than a reload may take, and bound the reload
# by a timeout. A reload that ends before the expiry fills the cache as expected.
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
      <groupId>com.github.ben-manes.caffeine</groupId>
      <artifactId>caffeine</artifactId>
      <version>3.3.1</version>
    </dependency>
  </dependencies>
</project>
POM
mvn -q -B -C org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory=lib >&2

cat >Finding.java <<'JAVA'
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

class Finding {
    static long second;
    static int loads;

    public static void main(String[] args) {
        run("ends at 19, before the expiry", 19, false);
        run("ends at 25, after the expiry", 25, false);
        run("ends at 25, a reader at 21", 25, true);
    }

    /** Loaded at 0, refreshed by a read at 11, expired at 20. */
    static void run(String label, int reloadEnds, boolean reader) {
        second = 0;
        loads = 0;
        CompletableFuture<String> reload = new CompletableFuture<>();
        LoadingCache<String, String> cache = Caffeine.newBuilder()
                .ticker(() -> Duration.ofSeconds(second).toNanos())
                .executor(Runnable::run)
                .refreshAfterWrite(Duration.ofSeconds(10))
                .expireAfterWrite(Duration.ofSeconds(20))
                .build(new CacheLoader<>() {
                    @Override
                    public String load(String key) {
                        loads++;
                        return "loaded at " + second;
                    }

                    @Override
                    public CompletableFuture<String> asyncReload(
                            String key, String old, Executor executor) {
                        loads++;
                        return reload;
                    }
                });
        cache.get("key");
        second = 11;
        cache.get("key");
        if (reader) {
            second = 21;
            cache.get("key");
        }
        second = reloadEnds;
        reload.complete("reloaded by " + second);
        System.out.println(label + ": " + cache.getIfPresent("key") + ", loads = " + loads);
    }
}
JAVA

cat >expected <<'EXPECTED'
ends at 19, before the expiry: reloaded by 19, loads = 2
ends at 25, after the expiry: null, loads = 2
ends at 25, a reader at 21: loaded at 21, loads = 3
EXPECTED

java -cp 'lib/*' Finding.java | tee seen
diff expected seen
