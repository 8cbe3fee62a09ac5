import type { Finding, FindingKind, Warning } from './finding.ts'

/** The sentences of the verifier, in English and in Spanish. */

export type Language = 'en' | 'es'

interface Said extends Finding {
  /** Where in the file, in words: `byte 1,204 (line 12)`. */
  place: string
}
type Sentences = Readonly<Record<FindingKind, (said: Said) => string>>

const english: Sentences = {
  changed: ({ file, place, is, was }) =>
    is === undefined || was === undefined
      ? `${file} was changed${place === '' ? '; where, cannot be told' : `: the first wrong byte is ${place}`}.`
      : `${file} was changed: ${place} is ${signOf(is)}, and was ${signOf(was)}.`,
  cut: ({ file, place }) => `${file} was cut: bytes are missing from ${place} on.`,
  longer: ({ file, place }) => `${file} is too long: what does not belong there begins at ${place}.`,
  missing: ({ file }) => `${file} is missing.`,
  extra: ({ file }) => `${file} does not belong to the package; no list names it.`,
  renamed: ({ file, other }) => `${file} now goes by the name ${other}.`,
  swapped: ({ file, other }) => `${file} holds the bytes of ${other}.`,
  list: ({ file, place }) =>
    `${file} was changed: the first wrong byte is ${place}. The files it lists are right.`,
  malformed: ({ file, line }) => `${file}: line ${line} cannot be read.`,
  unsafe: ({ file, line, other }) =>
    `${file}${line === undefined ? '' : `, line ${line}`}: "${other}" leads out of the package, or no system bears it.`,
  twice: ({ file, line, other }) => `${file}, line ${line}: ${other} is listed twice.`,
  bag: ({ file }) => `This is no BagIt bag: ${file} is missing or is not what the standard asks.`,
  algorithm: ({ file, other }) => `${file}: nobody here can compute ${other}.`,
  sizes: ({ file, other }) => `${file} says ${other} of the payload (bytes and files), which is not so.`,
  seal: ({ file }) =>
    `${file} is not the list that the ledger holds: what was released was changed afterwards.`,
  signature: ({ file }) =>
    `${file}: the signature of the ledger does not hold under the key that is believed.`,
  proof: ({ file, record, place }) =>
    `${file}${place === '' ? '' : `, ${place}`}: the proof of ${record ?? 'the records'} does not lead to the checkpoint.`,
  entry: ({ file, record, place }) =>
    `${file}${place === '' ? '' : `, ${place}`}: the entry shown for ${record} is not the one that the ledger holds.`,
  stamp: ({ file }) => `${file}: the time stamp is of something else, or its signature does not hold.`,
}

const spanish: Sentences = {
  changed: ({ file, place, is, was }) =>
    is === undefined || was === undefined
      ? `${file} fue modificado${place === '' ? '; no se puede saber dónde' : `: el primer byte incorrecto es ${place}`}.`
      : `${file} fue modificado: ${place} es ${signOf(is)}, y era ${signOf(was)}.`,
  cut: ({ file, place }) => `${file} fue cortado: faltan bytes a partir de ${place}.`,
  longer: ({ file, place }) => `${file} es demasiado largo: lo que sobra empieza en ${place}.`,
  missing: ({ file }) => `Falta ${file}.`,
  extra: ({ file }) => `${file} no pertenece al paquete; ninguna lista lo nombra.`,
  renamed: ({ file, other }) => `${file} ahora se llama ${other}.`,
  swapped: ({ file, other }) => `${file} contiene los bytes de ${other}.`,
  list: ({ file, place }) =>
    `${file} fue modificado: el primer byte incorrecto es ${place}. Los archivos que enumera están bien.`,
  malformed: ({ file, line }) => `${file}: la línea ${line} no se puede leer.`,
  unsafe: ({ file, line, other }) =>
    `${file}${line === undefined ? '' : `, línea ${line}`}: "${other}" lleva fuera del paquete, o ningún sistema lo admite.`,
  twice: ({ file, line, other }) => `${file}, línea ${line}: ${other} aparece dos veces.`,
  bag: ({ file }) => `Esto no es un paquete BagIt: falta ${file} o no es lo que pide la norma.`,
  algorithm: ({ file, other }) => `${file}: aquí nadie puede calcular ${other}.`,
  sizes: ({ file, other }) => `${file} dice ${other} del contenido (bytes y archivos), y no es así.`,
  seal: ({ file }) => `${file} no es la lista que guarda el registro: lo entregado fue modificado después.`,
  signature: ({ file }) => `${file}: la firma del registro no vale con la clave en que se confía.`,
  proof: ({ file, record, place }) =>
    `${file}${place === '' ? '' : `, ${place}`}: la prueba de ${record ?? 'los documentos'} no lleva al punto firmado.`,
  entry: ({ file, record, place }) =>
    `${file}${place === '' ? '' : `, ${place}`}: el asiento mostrado de ${record} no es el que guarda el registro.`,
  stamp: ({ file }) => `${file}: el sello de tiempo es de otra cosa, o su firma no vale.`,
}

/** What is wrong, in a sentence. */
export function sentenceOf(finding: Finding, language: Language): string {
  const sentences = language === 'en' ? english : spanish
  return sentences[finding.kind]({ ...finding, place: placeOf(finding, language) })
}

const words = {
  en: { byte: 'byte', oneOf: 'one of the bytes', to: 'to', line: 'line' },
  es: { byte: 'el byte', oneOf: 'uno de los bytes', to: 'a', line: 'línea' },
} as const

/** Offsets are counted from 0, as a hex editor counts them. */
function placeOf({ from, to, line }: Finding, language: Language): string {
  if (from === undefined) return ''
  const { byte, oneOf, to: until, line: inLine } = words[language]
  const number = (at: number): string => at.toLocaleString(`${language}-US`)
  const isOne = to === undefined || to <= from + 1
  const bytes = isOne ? `${byte} ${number(from)}` : `${oneOf} ${number(from)} ${until} ${number(to - 1)}`
  return line === undefined ? bytes : `${bytes} (${inLine} ${number(line)})`
}

/** `0x41 "A"` */
function signOf(byte: number): string {
  const hex = `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`
  return byte > 0x20 && byte < 0x7f ? `${hex} "${String.fromCharCode(byte)}"` : hex
}

const odd: Readonly<Record<Warning['kind'], Readonly<Record<Language, (said: Warning) => string>>>> = {
  twice: {
    en: ({ file, other }) => `${file} lists ${other} twice, with the same hash.`,
    es: ({ file, other }) => `${file} enumera ${other} dos veces, con el mismo valor.`,
  },
  case: {
    en: ({ file, other }) => `${file} lists ${other} twice, in capitals and in small letters.`,
    es: ({ file, other }) => `${file} enumera ${other} dos veces, en mayúsculas y en minúsculas.`,
  },
  accents: {
    en: ({ file, other }) => `${file} lists ${other} twice, its accents written in two ways.`,
    es: ({ file, other }) => `${file} enumera ${other} dos veces, con los acentos escritos de dos maneras.`,
  },
  system: {
    en: ({ file, other }) =>
      `${file} lists ${other}, a name that operating systems give to files of their own.`,
    es: ({ file, other }) =>
      `${file} enumera ${other}, nombre que los sistemas operativos dan a archivos suyos.`,
  },
  dot: {
    en: ({ file, other }) => `${file} writes ./ before ${other}, which the standard advises against.`,
    es: ({ file, other }) => `${file} escribe ./ delante de ${other}, lo que la norma desaconseja.`,
  },
  star: {
    en: ({ file, other }) => `${file} writes * before ${other}, as md5sum does and the standard does not.`,
    es: ({ file, other }) => `${file} escribe * delante de ${other}, como md5sum y no como la norma.`,
  },
  old: {
    en: ({ other }) => `The bag is of the old version ${other} of BagIt.`,
    es: ({ other }) => `El paquete es de la versión antigua ${other} de BagIt.`,
  },
  weak: {
    en: ({ file, other }) => `${file}: ${other} can be forged; it shows accidents only.`,
    es: ({ file, other }) => `${file}: ${other} se puede falsificar; solo muestra accidentes.`,
  },
}

export function warningOf(warning: Warning, language: Language): string {
  return odd[warning.kind][language](warning)
}
