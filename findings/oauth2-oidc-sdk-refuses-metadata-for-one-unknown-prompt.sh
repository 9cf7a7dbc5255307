#!/usr/bin/env bash
# oauth2-oidc-sdk 11.39 (com.nimbusds:oauth2-oidc-sdk): OIDCProviderMetadata.parse.
#
# Expected: the parser keeps or skips values that it does not know in a provider's metadata. An
# unknown grant type, authentication method or challenge method is indeed kept.
# Seen: an unknown value of prompt_values_supported, display_values_supported,
# claim_types_supported or subject_types_supported makes the parser refuse the whole document.
#
# Hurts: the clients of a provider that starts to advertise a prompt of its own. The clients
# cannot read the provider's endpoints any more, although they never use that prompt.
# Way out: take those members out of the JSON before the document is parsed.
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
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;

class Finding {
    public static void main(String[] args) {
        for (String member : new String[] {"grant_types_supported",
                "token_endpoint_auth_methods_supported", "code_challenge_methods_supported",
                "acr_values_supported", "prompt_values_supported", "display_values_supported",
                "claim_types_supported"}) {
            parse(member, "'subject_types_supported': ['public'], '" + member + "': ['brand-new']");
        }
        parse("subject_types_supported", "'subject_types_supported': ['public', 'brand-new']");
    }

    static void parse(String member, String members) {
        String document = "{'issuer': 'https://op.example', 'jwks_uri': 'https://op.example/jwks', "
                + members + "}";
        try {
            OIDCProviderMetadata.parse(document.replace('\'', '"'));
            System.out.println(member + ": taken");
        } catch (ParseException refused) {
            System.out.println(member + ": refused, " + refused.getMessage());
        }
    }
}
JAVA

cat >expected <<'EXPECTED'
grant_types_supported: taken
token_endpoint_auth_methods_supported: taken
code_challenge_methods_supported: taken
acr_values_supported: taken
prompt_values_supported: refused, Unknown prompt type
display_values_supported: refused, Unknown display type
claim_types_supported: refused, Unknow claim type: brand-new
subject_types_supported: refused, Unknown subject type: brand-new
EXPECTED

java -cp 'lib/*' Finding.java | tee seen
diff expected seen
