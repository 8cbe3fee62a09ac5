import { features } from '../src/policy/detectors/bias-features.ts'
import { isAwake } from '../src/policy/detectors/bias-evidence.ts'
import { tokensOf } from '../src/policy/detectors/bias-tokens.ts'
import { compileLexicon } from '../src/policy/lexicon.ts'
import { read } from '../src/policy/reading.ts'
import { biasEntries } from '../src/policy/words/bias-entries.ts'
import { contrasts } from './contrasts.ts'
import type { Example } from './linear.ts'
import { variants } from './pairs.ts'
import { heldOut, readSet } from './split.ts'

/** A text with what it teaches; `group` keeps sister rows on one side of a split. */
export interface Lesson {
  set: string
  group: string
  text: string
  hateful: boolean
  weight: number
  fn?: string
  held: boolean
}

const lexicon = compileLexicon(biasEntries())

/** Every labelled text, with its weight. Rows of the held-out fifth are marked and never trained on. */
export function labelled(): Lesson[] {
  const found: Lesson[] = []
  for (const row of readSet<{ label: string; fn: string; templ: number }>('hatecheck_dev')) {
    const group = `hatecheck:${row.gold.templ}`
    found.push({
      set: 'hatecheck',
      group,
      text: row.text,
      hateful: row.gold.label === 'hateful',
      weight: 1,
      fn: row.gold.fn,
      held: heldOut(group),
    })
  }
  // Minimal pairs: nothing is learnt from one whose other half is not among them.
  for (const set of ['hatemojibuild_train', 'hatemojibuild_validation']) {
    const rows = readSet<{ label: string }>(set)
    const { groupOf, weightOf } = variants(
      rows.filter(({ id }) => set === 'hatemojibuild_train' && !heldOut(id)),
    )
    for (const row of rows) {
      const held = set !== 'hatemojibuild_train' || heldOut(row.id)
      found.push({
        set,
        group: held ? row.id : `emoji:${groupOf(row)}`,
        text: row.text,
        hateful: row.gold.label === 'hateful',
        weight: held ? 0 : weightOf(row),
        held,
      })
    }
  }
  for (const row of readSet<{ class: string; agree: number }>('hatexplain_val'))
    if (row.gold.class !== 'offensive')
      found.push({
        set: 'hatexplain',
        group: row.id,
        text: row.text,
        hateful: row.gold.class === 'hate',
        weight: row.gold.agree === 3 ? 0.4 : 0.2,
        held: heldOut(row.id),
      })
  for (const row of readSet<{ class: string }>('davidson_dev')) {
    const label = row.gold.class
    if (label === 'offensive' && Number(row.id.replace(/\D/g, '')) % 4 !== 0) continue
    found.push({
      set: `davidson-${label}`,
      group: row.id,
      text: row.text,
      hateful: label === 'hate',
      weight: label === 'hate' ? 0.25 : 0.12,
      held: heldOut(row.id),
    })
  }
  for (const row of readSet<{ misogynistic: boolean }>('misogyny_train'))
    if (row.text.length < 300)
      found.push({
        set: 'misogyny',
        group: row.id,
        text: row.text,
        hateful: row.gold.misogynistic,
        weight: row.gold.misogynistic ? 0.3 : 0.15,
        held: heldOut(row.id),
      })
  for (const row of readSet<{ toxic: boolean }>('identity_madlibs_dev'))
    found.push({
      set: 'madlibs',
      group: row.id,
      text: row.text,
      hateful: row.gold.toxic,
      weight: row.gold.toxic ? 0.05 : 0.15,
      held: heldOut(row.id),
    })
  for (const row of readSet<{ event: string; source: string }>('crisislex26_dev'))
    if (row.gold.source === 'Government' || row.gold.source === 'Media')
      found.push({
        set: row.gold.source === 'Media' ? 'media' : 'police',
        group: row.gold.event,
        text: row.text,
        hateful: false,
        weight: 1,
        held: heldOut(row.gold.event),
      })
  for (const row of readSet<{ focus: string | null }>('xstest_safe_dev'))
    found.push({
      set: 'xstest',
      group: row.id,
      text: row.text,
      hateful: false,
      weight: 1,
      held: heldOut(row.id),
    })
  return found
}

/** Sentences of our own, another draw for another seed. */
export function made(seed: number, perTemplate: number): Lesson[] {
  return contrasts(seed, perTemplate).map(({ text, hateful, template }) => ({
    set: 'contrast',
    group: `contrast:${template}`,
    text,
    hateful,
    weight: 0.35,
    held: false,
  }))
}

const scratch = new Int32Array(2048)

/** The features of a lesson, or undefined where nothing in it wakes the detector. */
export function exampleOf(lesson: Lesson): Example | undefined {
  const { norm, hits } = read(lesson.text, lexicon)
  if (hits.length === 0) return undefined
  const tokens = tokensOf(norm)
  if (!isAwake(tokens)) return undefined
  const count = features(tokens, scratch, true)
  return {
    set: lesson.set,
    group: lesson.group,
    features: scratch.slice(0, count),
    hateful: lesson.hateful,
    weight: lesson.weight,
  }
}
