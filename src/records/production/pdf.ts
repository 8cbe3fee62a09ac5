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

/**
 * What a volume may weigh, as Typst's memory goes: a record takes about a fifth of a MiB for its heading, its line in the
 * contents and its facts, and a tenth for each 1,000 letters. A volume so needs about 50 MiB beyond what the process begins with.
 */
const mostWeight = 500_000
const weightOf = ({ record: { words } }: Numbered): number => 2_000 + words.length

const child = join(import.meta.dirname, `pdf-child${extname(import.meta.filename)}`)

/**
 * Sets a production's records as PDF/A-2a, in volumes, beside the writing of the rest. `undefined` where this machine
 * has no Typst.
 */
export function pdfVolumes(folder: string, production: Production): PdfMaker | undefined {
  if (!hasTypst()) return undefined
  const words = pdfWords[production.language]
  const done: string[] = []
  let waiting: Numbered[] = []
  let weight = 0
  let setting: Promise<void> = Promise.resolve()
  let setter: ChildProcess | undefined
  const set = async (): Promise<void> => {
    // One volume is set while the records of the next are gathered.
    await setting
    const records = waiting
    waiting = []
    weight = 0
    const volume = done.length + 1
    const from = join(folder, `.volume-${volume}.json`)
    const to = join(folder, `.volume-${volume}.pdf`)
    writeFileSync(from, JSON.stringify(volumeOf(production, records, volume, words)))
    done.push(to)
    setter = fork(child, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    setting = setBy(setter, { from, to, at: production.made }).finally(() => rmSync(from, { force: true }))
    // Whoever awaits it is told; until then it must not count as unheard.
    setting.catch(() => undefined)
  }
  return {
    add: async (records) => {
      for (const record of records) {
        if (weight > 0 && weight + weightOf(record) > mostWeight) await set()
        waiting.push(record)
        weight += weightOf(record)
      }
    },
    end: async () => {
      if (waiting.length > 0) await set()
      await setting
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
      setter?.kill()
      for (const [at] of done.entries())
        for (const end of ['json', 'pdf']) await rm(join(folder, `.volume-${at + 1}.${end}`), { force: true })
    },
  }
}

async function setBy(setter: ChildProcess, setting: Setting): Promise<void> {
  const ended = once(setter, 'exit')
  setter.send(setting)
  const [code, signal] = await ended
  if (code !== 0) throw new Error(`the process that sets the PDF ended (${String(code ?? signal)})`)
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
