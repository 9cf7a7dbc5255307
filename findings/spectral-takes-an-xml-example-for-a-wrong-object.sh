#!/usr/bin/env bash
# Spectral's command line 6.16.3 (@stoplight/spectral-cli, with @stoplight/spectral-rulesets
# 1.23.1): the rule oas3-valid-media-example, and an OpenAPI 3.1 document with examples in XML.
#
# Expected: an example in XML is a text, as OpenAPI 3.1 says of media types that JSON cannot show
# ("use a string value to contain the example"), and passes beside a schema of an object.
# Seen: the rule holds the text itself against the schema and reports that it must be an object,
# an error that fails the run. An example of a form, name=Tom, is reported too. An object in the
# place of the XML passes.
#
# Hurts: an API that speaks XML or forms beside JSON. Its document is right and fails the check,
# unless the example stops showing the XML that is really sent.
# Way out: a ruleset in JavaScript that keeps the rule for the bodies in JSON alone, as the second
# one below. It still finds the wrong example in JSON.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix . \
    @stoplight/spectral-cli@6.16.3 @stoplight/spectral-rulesets@1.23.1 >&2

cat >api.yaml <<'YAML'
openapi: 3.1.0
info: { title: Cats, version: "1" }
paths:
  /cat:
    get:
      responses:
        "200":
          description: A cat.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Cat" }
              examples:
                right: { value: { name: Tom } }
                wrong: { value: { name: 7 } }
            application/xml:
              schema: { $ref: "#/components/schemas/Cat" }
              examples:
                text: { value: <Cat><name>Tom</name></Cat> }
            text/xml:
              schema: { $ref: "#/components/schemas/Cat" }
              examples:
                object: { value: { name: Tom } }
            application/x-www-form-urlencoded:
              schema: { $ref: "#/components/schemas/Cat" }
              example: name=Tom
components:
  schemas:
    Cat: { type: object, required: [name], properties: { name: { type: string } } }
YAML

cat >as-it-is.yaml <<'YAML'
extends: [["spectral:oas", "off"]]
rules: { oas3-valid-media-example: error }
YAML

cat >json-alone.mjs <<'JS'
import { oas } from "@stoplight/spectral-rulesets";

const rule = oas.rules["oas3-valid-media-example"];
const [, headers, parameters] = rule.given;
const given = ["$..content[?(@property.match(/json/) && @.schema)]", headers, parameters];
export default { rules: { "oas3-valid-media-example": { ...rule, given } } };
JS

cat >finding.js <<'JS'
const { spawnSync } = require("node:child_process");

for (const ruleset of ["as-it-is.yaml", "json-alone.mjs"]) {
  const lint = ["lint", "--quiet", "--format", "json", "--ruleset", ruleset, "api.yaml"];
  const run = spawnSync("node_modules/.bin/spectral", lint, { encoding: "utf8" });
  process.stderr.write(run.stderr);
  console.log(`${ruleset}: ended with ${run.status}`);
  for (const found of JSON.parse(run.stdout)) {
    console.log(`  ${found.path.slice(6).join(" ")}: ${found.message}`);
  }
}
JS

cat >expected <<'EXPECTED'
as-it-is.yaml: ended with 1
  application/json examples wrong value name: "name" property type must be string
  application/xml examples text value: "value" property type must be object
  application/x-www-form-urlencoded example: "example" property type must be object
json-alone.mjs: ended with 1
  application/json examples wrong value name: "name" property type must be string
EXPECTED

node finding.js | tee seen
diff expected seen
