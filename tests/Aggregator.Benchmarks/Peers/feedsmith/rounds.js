// Usage: node rounds.js LIST. LIST names one file a line; all are read into memory. For each line on standard input the files are
// parsed once, and one line of JSON tells the CPU seconds of this process (all its threads) that it took, the entries and the errors.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseFeed } from 'feedsmith'

const documents = readFileSync(process.argv[2], 'utf8').split('\n').filter((path) => path).map((path) => readFileSync(path))

// feedsmith takes text: bytes are decoded by byte order mark, then by the XML declaration.
function decode(bytes) {
  const label = /^[^>]*?encoding\s*=\s*["']([^"']+)/.exec(bytes.toString('latin1', 0, 200))?.[1] ?? 'utf-8'
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : label
  try {
    return new TextDecoder(marked).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

function round() {
  const before = process.cpuUsage()
  let entries = 0
  let errors = 0
  for (const bytes of documents) {
    try {
      const { feed } = parseFeed(decode(bytes))
      entries += (feed.items ?? feed.entries ?? []).length
    } catch {
      errors++
    }
  }
  const { user, system } = process.cpuUsage(before)
  return { cpu: (user + system) / 1e6, entries, errors }
}

for await (const _ of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(round()) + '\n')
}
