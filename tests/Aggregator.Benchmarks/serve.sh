#!/bin/bash
# serve.sh DATA [SECONDS]: a merged feed of about 200 KB from a store, served by us and by nginx (one worker, static file) in one sitting.
# Needs nginx, wrk and curl, and the service built: dotnet build -c Release src/Aggregator. Cases alternate: nginx, ours, nginx, ours.
set -eu
here=$(cd "$(dirname "$0")" && pwd); data=$(realpath "$1"); seconds=${2:-6}
program=$here/../../artifacts/bin/Aggregator/release/Aggregator.dll
run=$(mktemp -d); ours=18431; theirs=18432; processes=()
stop() { for p in "${processes[@]}"; do kill "$p" 2>/dev/null || true; done; [ -f "$run/pid" ] && kill "$(cat "$run/pid")" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$run"; }
trap stop EXIT
echo '{ "feeds": [ { "url": "https://nobody.example/feed", "title": "Nobody", "category": "None", "disabled": true } ] }' > "$run/feeds.json"
dotnet exec "$program" serve --data "$data" --feeds "$run/feeds.json" --urls "http://127.0.0.1:$ours" > "$run/log" & processes+=($!); service=$!
until curl -fs -o /dev/null "http://127.0.0.1:$ours/healthz/live"; do sleep .2; done

# The number of entries that comes nearest to 200 KB.
limit=50; size=$(curl -s "http://127.0.0.1:$ours/feed.atom?group=article&limit=50" | wc -c)
limit=$((50 * 200000 / size)); [ "$limit" -gt 200 ] && limit=200
path="/feed.atom?group=article&limit=$limit"
mkdir "$run/www"; curl -s "http://127.0.0.1:$ours$path" -o "$run/www/merged.atom"; gzip -k6 "$run/www/merged.atom"
cat > "$run/nginx.conf" <<CONF
user root; worker_processes 1; pid $run/pid; error_log $run/error.log;
events { worker_connections 1024; use epoll; multi_accept on; }
http { access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_requests 100000000; gzip off; gzip_static on; etag on;
  types { application/atom+xml atom; }
  server { listen 127.0.0.1:$theirs reuseport; root $run/www; } }
CONF
nginx -p "$run" -c "$run/nginx.conf"
worker=$(pgrep -P "$(cat "$run/pid")")
echo "merged feed: $limit entries, $(wc -c < "$run/www/merged.atom") bytes, $(wc -c < "$run/www/merged.atom.gz") gzip"
echo "case        | server | requests/s | CPU us per request | p50 p99"

ticks() { awk '{print $14 + $15}' "/proc/$1/stat"; }
hertz=$(getconf CLK_TCK)
measure() { # name, server, pid, url, header
  local header=(); [ -n "$5" ] && header=(-H "$5")
  local before after output
  before=$(ticks "$3"); output=$(wrk --latency -t1 -c32 "-d${seconds}s" "${header[@]}" "$4"); after=$(ticks "$3")
  local rate count latency
  rate=$(awk '/Requests\/sec/{print $2}' <<< "$output"); count=$(awk '/requests in/{print $1}' <<< "$output")
  latency=$(awk '$1=="50%"||$1=="99%"{printf "%s ", $2}' <<< "$output")
  printf '%-11s | %-6s | %10s | %18s | %s%s\n' "$1" "$2" "$rate" "$(awk "BEGIN{printf \"%.1f\", ($after-$before)/$hertz/$count*1e6}")" "$latency" "$(grep -E 'Socket errors|Non-2xx' <<< "$output" | grep -v "$6" || true)"
}
tag() { curl -sI ${2:+-H "$2"} "$1" | tr -d '\r' | awk 'tolower($1)=="etag:"{print $2}'; }
a="http://127.0.0.1:$theirs/merged.atom"; b="http://127.0.0.1:$ours$path"
# A service that has just started loads what it remembers, and its code is compiled anew while it runs: it is measured at rest and warm.
while before=$(ticks "$service"); sleep 2; [ $(($(ticks "$service") - before)) -gt $((hertz / 10)) ]; do :; done
for header in "Accept: */*" "Accept-Encoding: gzip" "If-None-Match: $(tag "$b")"; do wrk -t1 -c32 -d3s -H "$header" "$b" > "$run/warm"; done
for round in 1 2; do
  measure "200 plain" nginx "$worker" "$a" "" none; measure "200 plain" ours "$service" "$b" "" none
  measure "200 gzip" nginx "$worker" "$a" "Accept-Encoding: gzip" none; measure "200 gzip" ours "$service" "$b" "Accept-Encoding: gzip" none
  measure "304" nginx "$worker" "$a" "If-None-Match: $(tag "$a")" Non-2xx; measure "304" ours "$service" "$b" "If-None-Match: $(tag "$b")" Non-2xx
done
