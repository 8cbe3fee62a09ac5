import { sha256 } from '@noble/hashes/sha2.js'
import { readVerifier, writeVerifier, type Verifier } from '../../../ledger/note.ts'
import { checkStamp } from '../verify/stamp.ts'
import type { PackageFile } from '../verify/files.ts'
import { verifyPackage, type Verdict } from '../verify/verify.ts'
import { sentenceOf, warningOf, type Language } from '../verify/wording.ts'
import { browserHash, filesChosen, filesDropped, filesInZip } from './chosen.ts'
import { pageWords } from './words.ts'

/** verify.html: a folder or a zip is chosen, and what the verifier says is shown. */

let language: Language = navigator.language.startsWith('es') ? 'es' : 'en'
let shown: (() => void) | undefined

function found<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const there = document.getElementById(id)
  if (!(there instanceof kind)) throw new TypeError(`the page has no ${id}`)
  return there
}
const [working, progress] = [found('working', HTMLElement), found('progress', HTMLProgressElement)]
const [result, choose] = [found('result', HTMLElement), found('choose', HTMLElement)]
const [folder, zip, key] = [
  found('folder', HTMLInputElement),
  found('zip', HTMLInputElement),
  found('key', HTMLInputElement),
]

function element(name: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name)
  made.append(...children)
  return made
}

function speak(): void {
  const words = pageWords[language]
  document.documentElement.lang = language
  document.title = words.title
  const texts: [id: string, text: string][] = [
    ['title', words.title],
    ['lead', words.lead],
    ['choose-title', words.choose],
    ['folder-label', words.folder],
    ['zip-label', words.zip],
    ['drop', words.drop],
    ['key-summary', words.keySummary],
    ['key-says', words.keySays],
    ['key-label', words.keyLabel],
  ]
  for (const [id, text] of texts) found(id, HTMLElement).textContent = text
  const other = language === 'en' ? 'es' : 'en'
  const turn = element('button', pageWords[other].name)
  turn.setAttribute('type', 'button')
  turn.lang = other
  turn.addEventListener('click', () => {
    language = other
    speak()
    found('language', HTMLElement).querySelector('button')?.focus()
  })
  found('language', HTMLElement).replaceChildren(turn)
  shown?.()
}

type Chosen = PackageFile[] | 'noZip' | 'tooLarge'

async function check(choosing: Promise<Chosen> | Chosen): Promise<void> {
  result.hidden = true
  shown = undefined
  working.textContent = ''
  try {
    const chosen = await choosing
    if (typeof chosen === 'string') working.textContent = pageWords[language][chosen]
    else await checkFiles(chosen)
  } catch {
    working.textContent = pageWords[language].unread
  } finally {
    progress.hidden = true
  }
}

async function checkFiles(files: PackageFile[]): Promise<void> {
  const words = pageWords[language]
  if (files.length === 0) {
    working.textContent = words.nothing
    return
  }
  let known: Verifier | undefined
  if (key.value.trim() !== '') {
    known = readVerifier(key.value)
    if (known?.kind !== 'log') {
      working.textContent = words.keyWrong
      key.focus()
      return
    }
  }
  progress.hidden = false
  progress.max = files.length
  const verdict = await verifyPackage(files, {
    hash: browserHash,
    sha256: (bytes) => sha256(bytes),
    key: known,
    stamp: (stamp, stamped) => checkStamp(stamp, stamped),
    onFile: (done, of) => {
      progress.value = done
      // Said now and then: a voice that reads out every file would never end.
      if (done === of || done % 200 === 0) working.textContent = words.reading(done, of)
    },
  })
  progress.hidden = true
  working.textContent = ''
  shown = () => show(verdict)
  show(verdict)
  result.focus()
}

const most = 50

function show(verdict: Verdict): void {
  const words = pageWords[language]
  const { whole, what, findings, warnings } = verdict
  const isGood = whole && what === 'production'
  result.className = isGood ? 'good' : 'bad'
  const head = !whole ? words.broken(findings.length) : isGood ? words.whole : words.bag
  const parts: Node[] = [element('h2', `${isGood ? '✓' : '✗'} ${head}`)]
  if (whole && !isGood) parts.push(element('p', words.bagSays))
  if (!whole) {
    const list = element('ul')
    for (const finding of findings.slice(0, most)) list.append(element('li', sentenceOf(finding, language)))
    if (findings.length > most) list.append(element('li', words.more(findings.length - most)))
    parts.push(list)
  }
  parts.push(element('h3', words.facts), factsOf(verdict))
  if (warnings.length > 0)
    parts.push(
      element('h3', words.odd),
      element('ul', ...warnings.slice(0, most).map((one) => element('li', warningOf(one, language)))),
    )
  result.replaceChildren(...parts)
  result.hidden = false
}

function factsOf(verdict: Verdict): HTMLElement {
  const words = pageWords[language]
  const { info, files, bytes, checkpoint, stamp, cosigners } = verdict
  const said = new Map(info)
  const list = element('dl')
  const add = (name: string, value: string | undefined): void => {
    if (value !== undefined) list.append(element('dt', name), element('dd', value))
  }
  add(words.agency, said.get('Source-Organization'))
  add(words.about, said.get('External-Description'))
  add(words.request, said.get('Internal-Sender-Identifier'))
  add(words.made, said.get('Bagging-Date'))
  const size = new Intl.NumberFormat(`${language}-US`, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  })
  add(words.files, words.filesSay(files, size.format(bytes / 1e6)))
  if (verdict.records > 0)
    add(words.records, words.recordsSay(verdict.records, verdict.shown, verdict.sameWords))
  if (checkpoint !== undefined) {
    add(words.ledger, words.ledgerSays(checkpoint.origin, checkpoint.size.toLocaleString(`${language}-US`)))
    add(words.witnesses, cosigners.length > 0 ? cosigners.join(', ') : words.noWitness)
  }
  if (verdict.key !== undefined)
    add(words.key, `${writeVerifier(verdict.key)}: ${verdict.isKeyKnown ? words.keyKnown : words.keyOwn}`)
  if (stamp !== undefined) add(words.stamp, words.stampSays(stamp.at, stamp.by))
  return list
}

folder.addEventListener('change', () => {
  const files = filesChosen(folder.files ?? [])
  // So that the same folder can be chosen again.
  folder.value = ''
  void check(files)
})
zip.addEventListener('change', () => {
  const file = zip.files?.[0]
  zip.value = ''
  if (file !== undefined) void check(filesInZip(file))
})
document.addEventListener('dragover', (event) => {
  event.preventDefault()
  choose.classList.add('over')
})
document.addEventListener('dragleave', () => choose.classList.remove('over'))
document.addEventListener('drop', (event) => {
  event.preventDefault()
  choose.classList.remove('over')
  const items = event.dataTransfer?.items
  if (items === undefined) return
  void check(filesDropped(items).then((dropped) => (dropped instanceof File ? filesInZip(dropped) : dropped)))
})
speak()
