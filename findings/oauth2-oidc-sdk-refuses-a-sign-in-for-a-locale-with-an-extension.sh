#!/usr/bin/env bash
# oauth2-oidc-sdk 11.39 (com.nimbusds:oauth2-oidc-sdk, with lang-tag 1.7):
# AuthenticationRequest.parse.
#
# Expected: ui_locales takes the tags that java.util.Locale takes, or passes over a tag of no use.
# The parameter is a wish of the user and no condition.
# Seen: an extension of two parts, such as the 24 hour clock of en-US-u-hc-h23, makes the parser
# refuse the whole request with invalid_request. So does a private tag. An extension of one part
# passes.
#
# Hurts: a user whose app sends the locale of the device. The user cannot sign in, in any
# language.
# Way out: take the extensions off, or the parameter out, before the request is parsed.
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
      <groupId>com.nimbusds</groupId>
      <artifactId>oauth2-oidc-sdk</artifactId>
      <version>11.39</version>
    </dependency>
  </dependencies>
</project>
POM
mvn -q -B -C org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory=lib >&2

cat >Finding.java <<'JAVA'
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import java.util.Locale;

class Finding {
    public static void main(String[] args) {
        for (String tag : new String[] {"nb-NO", "zh-Hant-TW", "nb-u-nu", "en-US-u-hc-h23",
                "th-TH-u-nu-thai", "x-whatever"}) {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            String outcome;
            try {
                outcome = "taken, " + AuthenticationRequest.parse("response_type=code&client_id=c"
                        + "&scope=openid&redirect_uri=https%3A%2F%2Fc.example&ui_locales=nb+" + tag)
                        .getUILocales();
            } catch (ParseException refused) {
                outcome = "refused, " + refused.getErrorObject().getCode();
            }
            System.out.println(locale.toLanguageTag() + ": " + outcome);
        }
    }
}
JAVA

cat >expected <<'EXPECTED'
nb-NO: taken, [nb, nb-NO]
zh-Hant-TW: taken, [nb, zh-Hant-TW]
nb-u-nu: taken, [nb, nb-u-nu]
en-US-u-hc-h23: refused, invalid_request
th-TH-u-nu-thai: refused, invalid_request
x-whatever: refused, invalid_request
EXPECTED

java -cp 'lib/*' Finding.java | tee seen
diff expected seen
