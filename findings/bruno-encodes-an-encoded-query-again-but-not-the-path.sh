#!/usr/bin/env bash
# Bruno's command line 4.1.0 (@usebruno/cli): settings { encodeUrl: true }, and an address that a
# script takes whole from a Location header.
#
# Expected: what is percent-encoded already stays as it is, in the query as in the path.
# Seen: the path is decoded before it is encoded, so its %2F stays %2F. The query is encoded as it
# stands, so its %2F becomes %252F, and the server reads the text "%2F" where it wrote "/". When
# Bruno follows the same redirect by itself, the address arrives as the server gave it.
#
# Hurts: a collection that goes step by step through a sign-in or a payment. The next page gets a
# changed code, state or signature and refuses it; the run itself has no error.
# Way out: encodeUrl: false for a request whose address comes from a server.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix tool @usebruno/cli@4.1.0 >&2

mkdir collection
echo '{"version": "1", "name": "finding", "type": "collection"}' >collection/bruno.json

# Adds a request: its place, its address, its settings, and what is done with the answer.
request() {
    cat >"collection/$1.bru" <<BRU
meta {
  name: $1
  type: http
  seq: $1
}

get {
  url: $2
  body: none
  auth: none
}

settings {
  $3
}

script:post-response {
  $4
}
BRU
}
request 1 '{{base}}/start?by=itself' 'followRedirects: true' ''
request 2 '{{base}}/start?by=hand' 'followRedirects: false' \
    'bru.setVar("there", res.getHeader("location"));'
request 3 '{{there}}&encodeUrl=false' 'encodeUrl: false' ''
request 4 '{{there}}&encodeUrl=true' 'encodeUrl: true' ''

cat >finding.js <<'JS'
const http = require("node:http");
const { spawn } = require("node:child_process");

const server = http.createServer((request, response) => {
  console.log(request.url);
  if (request.url.startsWith("/start")) {
    const there = `http://127.0.0.1:${server.address().port}/pay%2Fnow?state=a%2Fb%3D`;
    response.writeHead(302, { Location: there });
  }
  response.end();
});
server.listen(0, "127.0.0.1", () => {
  const base = `base=http://127.0.0.1:${server.address().port}`;
  const run = spawn("../tool/node_modules/.bin/bru", ["run", "--env-var", base], {
    cwd: "collection",
    stdio: ["ignore", 2, 2],
  });
  run.on("exit", (code) => {
    console.log(`bru ended with ${code}`);
    server.close();
  });
});
JS

cat >expected <<'EXPECTED'
/start?by=itself
/pay%2Fnow?state=a%2Fb%3D
/start?by=hand
/pay%2Fnow?state=a%2Fb%3D&encodeUrl=false
/pay%2Fnow?state=a%252Fb%253D&encodeUrl=true
bru ended with 0
EXPECTED

node finding.js | tee seen
diff expected seen
