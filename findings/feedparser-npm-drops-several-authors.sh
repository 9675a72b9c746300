#!/usr/bin/env bash
# feedparser 2.6.0 (npm; needs node and npm): an Atom entry with two atom:author elements, which RFC 4287 section 4.1.2 allows.
# Guess before the run: `author` is the first of them, as with two dc:creator in RSS, or both in one text.
# Seen: `author` is null, the same as where nobody is named; with one author it is the name, and RSS with two dc:creator gives the first.
# What helps: nothing on the side of an Atom feed that keeps its authors apart; RSS of the same entries brings the first.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
export npm_config_cache="$dir/npm" npm_config_update_notifier=false
npm init -y >/dev/null && npm install --no-audit --no-fund --silent feedparser@2.6.0
cat > run.mjs <<'X'
import FeedParser from "feedparser";
import { Readable } from "stream";

const read = xml => new Promise((done, failed) => {
  const parser = new FeedParser();
  parser.on("readable", () => done(parser.read()?.author));
  parser.on("error", failed);
  Readable.from([xml]).pipe(parser);
});
const atom = authors => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>urn:f</id><updated>2026-11-29T10:00:00Z</updated>
<entry><title>Ferry</title><id>urn:1</id><link href="https://news.example/1"/><updated>2026-11-29T08:00:00Z</updated>${authors.map(a => `<author><name>${a}</name></author>`).join("")}</entry></feed>`;
const rss = authors => `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>News</title><link>https://news.example/</link>
<description>n</description><item><title>Ferry</title><link>https://news.example/1</link>${authors.map(a => `<dc:creator>${a}</dc:creator>`).join("")}</item></channel></rss>`;
const one = await read(atom(["A. First"])), two = await read(atom(["A. First", "B. Second"])), inRss = await read(rss(["A. First", "B. Second"]));
console.log("Atom, one author:", one);
console.log("Atom, two authors:", two);
console.log("RSS, two authors:", inRss);
process.exit(one === "A. First" && two === null && inRss === "A. First" ? 0 : 1);
X
node run.mjs
