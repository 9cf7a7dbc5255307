#!/usr/bin/env bash
# standardwebhooks 1.2.0 (com.standardwebhooks:standardwebhooks): Webhook.verify with headers.
#
# Expected: verify takes a list of values for each header, and any signature among them that fits
# is enough, wherever it stands: HTTP lets a sender repeat a header, and a list says that it may.
# Seen: the first value alone is looked at. A second signature verifies after a space in the same
# value, and not in a value of its own.
#
# Hurts: a sender that adds a header for each key while a key is being replaced, and its receivers:
# those that still hold the older key refuse every genuine request.
# Way out: a sender writes all signatures into one header, with a space between. A receiver joins
# the values by a space before it verifies.
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
      <groupId>com.standardwebhooks</groupId>
      <artifactId>standardwebhooks</artifactId>
      <version>1.2.0</version>
    </dependency>
  </dependencies>
</project>
POM
mvn -q -B -C org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory=lib >&2

cat >Finding.java <<'JAVA'
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.util.List;
import java.util.Map;

class Finding {
    static final String NEW_KEY = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    static final String OLD_KEY = "whsec_//79/Pv6+fj39vX08/Lx8O/u7ezr6uno5+bl5OPi4eA=";
    static final String BODY = "{}";

    public static void main(String[] args) throws Exception {
        long now = System.currentTimeMillis() / 1000;
        String byNew = new Webhook(NEW_KEY).sign("message", now, BODY);
        String byOld = new Webhook(OLD_KEY).sign("message", now, BODY);

        show("one header, a space between", now, List.of(byNew + " " + byOld));
        show("two headers", now, List.of(byNew, byOld));
    }

    static void show(String how, long now, List<String> signatures) throws Exception {
        Map<String, List<String>> headers = Map.of(
                "webhook-id", List.of("message"),
                "webhook-timestamp", List.of("" + now),
                "webhook-signature", signatures);
        try {
            new Webhook(OLD_KEY).verify(BODY, headers);
            System.out.println(how + ": verified");
        } catch (WebhookVerificationException e) {
            System.out.println(how + ": " + e.getMessage());
        }
    }
}
JAVA

cat >expected <<'EXPECTED'
one header, a space between: verified
two headers: No matching signature found
EXPECTED

java -cp 'lib/*' Finding.java | tee seen
diff expected seen
