// Makes ngrams.bin of the large database that the package eld 2.1.0 carries (https://github.com/nitotm/efficient-language-detector-js, Apache-2.0, copyright 2023
// Nito T.M.): npm pack eld@2.1.0, unpack, node make-ngrams.mjs FOLDER/package ngrams.bin
// What is left out: languages that their script tells; what is changed: the form of the file.
import fs from 'fs'
import path from 'path'
import zlib from 'zlib'
import { pathToFileURL } from 'url'

const [folder, target] = process.argv.slice(2)
const load = file => import(pathToFileURL(path.resolve(folder, 'src', file)))
const { ngramsData } = await load('ngrams/large.js')
const { dictionary } = await load('dictionary.js')

const languages = ('ar az be bg ca cs da de en es et eu fa fi fr hi hr hu is it ku lt lv mr ms nl no pl pt ro ru sk sl sq sr sv tl tr uk ur vi').split(' ')
const place = new Map(languages.map((language, i) => [language, i]))
const byteOf = new Map()
dictionary.forEach((c, i) => { if (i >= 0x80 && c !== ' ' && !byteOf.has(c)) byteOf.set(c, i) })

// An n-gram is four bytes of UTF-8 at most, and 0x20 before or behind them at the ends of a word: six bytes, the first one highest.
const rows = []
for (const [ngram, scores] of Object.entries(ngramsData.ngrams)) {
  let key = 0n
  for (const c of ngram) key = (key << 8n) | BigInt(c.charCodeAt(0) < 0x80 && !isMark(c) ? c.charCodeAt(0) : byteOf.get(c))
  const own = Object.entries(scores).map(([i, score]) => [place.get(ngramsData.languages[i]), score]).filter(([i]) => i !== undefined)
  if (own.length > 0) rows.push([key, own])
}

// Lower-case letters, the apostrophe, the grave accent and the blank stand for themselves; all other characters below 0x80 for a byte above it.
function isMark(c) { return !/[a-z'` ]/.test(c) }

rows.sort((a, b) => (a[0] < b[0] ? -1 : 1))
const bytes = [languages.length, ...Buffer.from(languages.join(''), 'ascii')]
const number = value => { for (; value >= 0x80n; value >>= 7n) bytes.push(Number(value & 0x7fn) | 0x80); bytes.push(Number(value)) }
number(BigInt(rows.length))
let before = 0n
for (const [key, scores] of rows) {
  number(key - before)
  before = key
  bytes.push(scores.length)
  for (const [language, score] of scores) bytes.push(language, score)
}
fs.writeFileSync(target, zlib.brotliCompressSync(Buffer.from(bytes), { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_LGWIN]: 22 } }))
console.log(rows.length, 'n-grams,', bytes.length, 'bytes,', fs.statSync(target).size, 'compressed')
