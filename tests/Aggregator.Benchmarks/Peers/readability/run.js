// node run.js FOLDER STEP ROUNDS: reads every STEP-th page of FOLDER with Readability and prints {"pages","cpuSeconds"} of ROUNDS rounds after a warm-up one.
// The order of the pages (by name, code units) is that of ExtractionComparison.cs. Decoding is not timed, parsing is.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

const [folder, step, rounds] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const pages = readdirSync(folder).filter(name => name.endsWith('.html.gz')).sort().filter((_, i) => i % step === 0)
  .map(name => gunzipSync(readFileSync(join(folder, name))).toString('utf8'));

function readAll() {
  for (const html of pages) {
    try {
      new Readability(parseHTML(html).document).parse();
    } catch {
      // A page that it cannot read costs what it cost until then.
    }
  }
}

readAll();
const start = process.cpuUsage();
for (let i = 0; i < rounds; i++) readAll();
const used = process.cpuUsage(start);
console.log(JSON.stringify({ pages: pages.length * rounds, cpuSeconds: (used.user + used.system) / 1e6 }));
