import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { dayIn } from '../../platform/day.ts'
import { hasTypst, type Typed } from '../../platform/typst.ts'
import { whole, type WrittenFile } from './bag-file.ts'
import type { Setting } from './pdf-child.ts'
import { pdfWords, type PdfWords } from './pdf-words.ts'
import type { PdfMaker } from './produce.ts'
import type { Production } from './produced.ts'
import { standingOf, type Numbered } from './rows.ts'

/** So many records are set in one volume: about a hundred pages, and what Typst needs for them in memory. */
const perVolume = 500

/**
 * Sets a production's records as PDF/A-2a, in volumes, beside the writing of the rest. `undefined` where this machine
 * has no Typst.
 */
export function pdfVolumes(folder: string, production: Production): PdfMaker | undefined {
  if (!hasTypst()) return undefined
  const child = fork(join(import.meta.dirname, `pdf-child${extname(import.meta.filename)}`), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const words = pdfWords[production.language]
  const done: string[] = []
  let waiting: Numbered[] = []
  let setting: Promise<void> = Promise.resolve()
  const set = async (): Promise<void> => {
    // One volume is set while the records of the next are gathered.
    await setting
    const records = waiting
    waiting = []
    const volume = done.length + 1
    const from = join(folder, `.volume-${volume}.json`)
    const to = join(folder, `.volume-${volume}.pdf`)
    writeFileSync(from, JSON.stringify(volumeOf(production, records, volume, words)))
    done.push(to)
    setting = setBy(child, { from, to, at: production.made }).finally(() => rmSync(from, { force: true }))
    // Whoever awaits it is told; until then it must not count as unheard.
    setting.catch(() => undefined)
  }
  return {
    add: async (records) => {
      for (const record of records) {
        waiting.push(record)
        if (waiting.length === perVolume) await set()
      }
    },
    end: async () => {
      if (waiting.length > 0) await set()
      await setting
      child.disconnect()
      const files: WrittenFile[] = []
      for (const [at, pdf] of done.entries()) {
        const path =
          done.length === 1 ? 'data/records.pdf' : `data/records-${String(at + 1).padStart(3, '0')}.pdf`
        await rename(pdf, join(folder, path))
        files.push(whole(path, readFileSync(join(folder, path))))
      }
      return files
    },
    drop: async () => {
      child.kill()
      for (const [at] of done.entries())
        for (const end of ['json', 'pdf']) await rm(join(folder, `.volume-${at + 1}.${end}`), { force: true })
    },
  }
}

async function setBy(child: ChildProcess, setting: Setting): Promise<void> {
  const stopping = new AbortController()
  const { signal } = stopping
  try {
    child.send(setting)
    const [how] = await Promise.race([
      once(child, 'message', { signal }),
      once(child, 'exit', { signal }).then(([code]) => {
        throw new Error(`the process that sets the PDF ended (${String(code)})`)
      }),
    ])
    if (how === undefined) throw new Error('the process that sets the PDF said nothing')
  } finally {
    stopping.abort()
  }
}

function volumeOf(
  production: Production,
  records: readonly Numbered[],
  volume: number,
  words: PdfWords,
): { readonly [name: string]: Typed } {
  const { agency, title, requestRef, instalment, by, made, legend, language } = production
  const [first, last] = [records[0], records.at(-1)]
  const day = dayIn(agency.zone, made)
  return {
    agency: agency.name,
    title,
    requestRef: `${words.request} ${requestRef}`,
    language,
    day,
    part: words.volume(volume),
    says: [
      words.head(requestRef, instalment, by, day),
      ...(first && last ? [words.holds(first.number, last.number, records.length)] : []),
    ],
    legend,
    note: words.signs,
    words: { contents: words.contents, continued: words.continued },
    records: records.map((one) => recordOf(one, words)),
  }
}

function recordOf({ number, record, media }: Numbered, words: PdfWords): Typed {
  const standing = standingOf(record)
  const isWithheld = standing === 'withheld'
  const account = record.account === null ? '' : `${record.account.handle} (${record.account.network})`
  const facts: [string, string][] = [[words.time, record.at]]
  if (!isWithheld && record.author !== null) facts.push([words.author, record.author])
  if (!isWithheld && account !== '') facts.push([words.account, account])
  if (record.context) facts.push([words.context, words.isContext])
  for (const { file, alt } of media) facts.push([words.medium, alt === '' ? file : `${file}: ${alt}`])
  const cuts = isWithheld
    ? (record.withheld ?? []).map(({ exemption, reason }) => `${words.withheld} ${exemption}. ${reason}`)
    : record.redactions.map(({ label, exemption, reason }) => `${label} ${exemption}. ${reason}`)
  const what = isWithheld ? record.kind : `${record.kind}, ${record.event}`
  return {
    number,
    head: isWithheld ? `${what} (${words.withheldHead})` : what,
    facts,
    words: isWithheld ? null : record.words.split('\n'),
    cuts,
  }
}
