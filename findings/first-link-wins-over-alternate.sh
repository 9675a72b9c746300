#!/usr/bin/env bash
# htmlparser2 12.0.0 and @extractus/feed-extractor 8.0.3 (npm; needs node and npm): an Atom entry with an enclosure before its alternate link.
# RFC 4287 gives the order of links no meaning; the address of an entry is the link whose rel is alternate, or that has none.
# Guess before the run: both give the alternate link; at worst one of them gives a list.
# Seen: both give the first link of the entry, whatever its rel says: an entry with a recording opens the recording instead of the article.
# (htmlparser2 also looks inside atom:source, so a source that stands first brings the address of another outlet.)
# What helps: a feed that is to be read everywhere writes the alternate link before all others, and the source last.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
export npm_config_cache="$dir/npm" npm_config_update_notifier=false
npm init -y >/dev/null && npm install --no-audit --no-fund --silent htmlparser2@12.0.0 @extractus/feed-extractor@8.0.3
cat > run.mjs <<'X'
import { parseFeed } from "htmlparser2";
import { extractFromXml } from "@extractus/feed-extractor";

const recording = `<link rel="enclosure" type="audio/mpeg" length="1" href="https://news.example/1.mp3"/>`, article = `<link rel="alternate" href="https://news.example/1"/>`;
const feed = links => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>urn:f</id><updated>2026-11-29T10:00:00Z</updated>
<entry><title>Ferry</title><id>urn:1</id>${links}<updated>2026-11-29T08:00:00Z</updated></entry></feed>`;
const read = links => [parseFeed(feed(links), { xmlMode: true }).items[0].link, extractFromXml(feed(links)).entries[0].link];
const behind = read(recording + article), before = read(article + recording);
console.log("enclosure first: htmlparser2", behind[0], "feed-extractor", behind[1]);
console.log("alternate first: htmlparser2", before[0], "feed-extractor", before[1]);
process.exit(behind.every(link => link === "https://news.example/1.mp3") && before.every(link => link === "https://news.example/1") ? 0 : 1);
X
node run.mjs
