#!/usr/bin/env bash
# first-start.sh ROUNDS REPOSITORY...: from a fresh clone to the demo's first page, for each repository in turns; packages are taken from the cache.
# Prints wall seconds and the processor seconds of the whole machine, so nothing else should run.
set -euo pipefail
rounds=$1; shift
url=http://127.0.0.1:5099
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cpu() { awk '/^cpu /{print ($2+$3+$4+$7+$8)/100}' /proc/stat; }
for _ in $(seq "$rounds"); do for repository in "$@"; do
  rm -rf "$work/clone"; dotnet build-server shutdown >/dev/null 2>&1 || true
  git clone -q "$repository" "$work/clone"; cd "$work/clone"
  before=$(cpu) start=$(date +%s.%N)
  setsid dotnet run --project src/Aggregator -- demo --urls "$url" >"$work/log" 2>&1 & run=$!
  until curl -sf -o /dev/null "$url/"; do sleep 0.2; kill -0 "$run" || { tail -5 "$work/log"; exit 1; }; done
  echo "$repository: $(echo "$(date +%s.%N) - $start" | bc) s, $(echo "$(cpu) - $before" | bc) CPU s"
  kill -- -"$run"; wait "$run" 2>/dev/null || true; cd /
done; done
