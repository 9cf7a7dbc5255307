#!/usr/bin/env bash
# jwks-rsa 0.24.2 (com.auth0:jwks-rsa): JwkProviderBuilder with its cache and rateLimited.
#
# Expected: the rate limit spares the issuer, so the limit counts fetches of the key set.
# Seen: one fetch brings all keys of the set, and still the first use of each key takes a permit.
# When the issuer adds a key, the use of the new key ends in RateLimitReachedException after one
# fetch in all.
#
# Hurts: a service whose issuer has several keys and adds one. The new key is unknown to the
# service until a permit comes back.
# Way out: give the bucket one permit for each key of the set beside those meant for fetches.
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
      <groupId>com.auth0</groupId>
      <artifactId>jwks-rsa</artifactId>
      <version>0.24.2</version>
    </dependency>
  </dependencies>
</project>
POM
mvn -q -B -C org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory=lib >&2

cat >Finding.java <<'JAVA'
import com.auth0.jwk.JwkException;
import com.auth0.jwk.JwkProvider;
import com.auth0.jwk.JwkProviderBuilder;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URL;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

class Finding {
    static volatile int fetches;
    static volatile String[] published;

    public static void main(String[] args) throws Exception {
        HttpServer issuer = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        issuer.createContext("/", exchange -> {
            fetches++;
            byte[] body = Arrays.stream(published)
                    .map(kid -> "{'kty':'RSA', 'kid':'" + kid + "', 'n':'AQAB', 'e':'AQAB'}")
                    .collect(Collectors.joining(",", "{'keys':[", "]}"))
                    .replace('\'', '"').getBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        issuer.start();
        URL jwks = new URL("http://127.0.0.1:" + issuer.getAddress().getPort() + "/");
        rotate(jwks, "a");
        rotate(jwks, "a", "b", "c");
        issuer.stop(0);
    }

    /** Uses every key once, lets the issuer add a key and uses that. The bucket holds 3 permits. */
    static void rotate(URL jwks, String... kids) {
        JwkProvider keys = new JwkProviderBuilder(jwks).rateLimited(3, 1, TimeUnit.HOURS).build();
        fetches = 0;
        published = kids;
        Arrays.stream(kids).forEach(kid -> use(keys, kid));
        published = new String[] {"new"};
        use(keys, "new");
    }

    static void use(JwkProvider keys, String kid) {
        String outcome = "found";
        try {
            keys.get(kid);
        } catch (JwkException refused) {
            outcome = refused.getClass().getSimpleName();
        }
        System.out.println(kid + ": " + outcome + ", fetches so far " + fetches);
    }
}
JAVA

cat >expected <<'EXPECTED'
a: found, fetches so far 1
new: found, fetches so far 2
a: found, fetches so far 1
b: found, fetches so far 1
c: found, fetches so far 1
new: RateLimitReachedException, fetches so far 1
EXPECTED

java -cp 'lib/*' Finding.java | tee seen
diff expected seen
