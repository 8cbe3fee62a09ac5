import { dayIn } from '../../platform/day.ts'
import type { Production, Summary } from './produced.ts'

type Counts = Pick<Summary, 'records' | 'released' | 'redacted' | 'withheld' | 'media' | 'bates'>
interface Has {
  hasPdf: boolean
  hasStamp: boolean
}

/** `data/READ-ME.txt`: what the package is, and how anybody checks it with nothing of ours. */
export function readMe(production: Production, counts: Counts, has: Has): string {
  const lines =
    production.language === 'es' ? spanish(production, counts, has) : english(production, counts, has)
  return `${[...lines, ...production.legend.flatMap((paragraph) => ['', paragraph])].join('\n')}\n`
}

function english(
  { agency, title, requestRef, instalment, by, made }: Production,
  counts: Counts,
  has: Has,
): string[] {
  const { records, released, redacted, withheld, bates } = counts
  return [
    agency.name,
    title,
    `Records request ${requestRef}, part ${instalment}. Released by ${by} on ${dayIn(agency.zone, made)}.`,
    '',
    `${records} records${bates === null ? '' : `, ${bates.first} to ${bates.last}`}: ${released} released whole, ${redacted} with words or pictures cut, ${withheld} withheld.`,
    '',
    'What is in it',
    ...(has.hasPdf ? ['  data/records*.pdf        the records to read and to print'] : []),
    '  data/records.csv         the same as a table',
    '  data/records.jsonl       the same for programs, a record a line',
    '  data/media/              pictures, films and documents, by the number of their record',
    '  data/redactions.csv      what was cut, under which exemption, and why',
    '  data/withheld.csv        what is not shown, under which exemption, and why',
    '  data/proofs.jsonl        for each record, that it stands in the ledger of the department; the entry itself only',
    '                           where two people read all that it says, of the others its hash',
    '  data/checkpoint.txt      the state of that ledger, signed, with those who witnessed it',
    ...(has.hasStamp ? ['  data/timestamp.tsr       the time stamp (RFC 3161) of that checkpoint'] : []),
    '',
    'How to check it',
    '  Open verify.html in a browser. It works without the internet and sends nothing.',
    '  Or, in this folder, with tools that come with Linux and macOS:',
    '    sha256sum -c manifest-sha256.txt',
    '    sha256sum -c tagmanifest-sha256.txt',
    ...(has.hasStamp
      ? [
          '    openssl ts -verify -data data/checkpoint.txt -in data/timestamp.tsr -CAfile <certificates of the authority>',
        ]
      : []),
    '  Those show that nothing was damaged. verify.html, and `decorum verify` with the public key of the ledger from the',
    "  department's own site, show as well that nothing was changed and listed anew.",
    '',
    "A table may show ' before =, +, - or @: so that no spreadsheet runs what somebody wrote. records.jsonl has the words as they are.",
  ]
}

function spanish(
  { agency, title, requestRef, instalment, by, made }: Production,
  counts: Counts,
  has: Has,
): string[] {
  const { records, released, redacted, withheld, bates } = counts
  return [
    agency.name,
    title,
    `Solicitud de documentos ${requestRef}, parte ${instalment}. Entregado por ${by} el ${dayIn(agency.zone, made)}.`,
    '',
    `${records} documentos${bates === null ? '' : `, ${bates.first} a ${bates.last}`}: ${released} entregados enteros, ${redacted} con palabras o imágenes tachadas, ${withheld} retenidos.`,
    '',
    'Qué contiene',
    ...(has.hasPdf ? ['  data/records*.pdf        los documentos, para leer e imprimir'] : []),
    '  data/records.csv         lo mismo como tabla',
    '  data/records.jsonl       lo mismo para programas, un documento por línea',
    '  data/media/              imágenes, videos y archivos, por el número de su documento',
    '  data/redactions.csv      qué se tachó, según qué excepción y por qué',
    '  data/withheld.csv        qué no se muestra, según qué excepción y por qué',
    '  data/proofs.jsonl        de cada documento, que consta en el registro del departamento; el asiento mismo solo',
    '                           donde dos personas leyeron todo lo que dice, de los demás su hash',
    '  data/checkpoint.txt      el estado firmado de ese registro, con quienes dan fe de él',
    ...(has.hasStamp ? ['  data/timestamp.tsr       el sello de tiempo (RFC 3161) de ese estado'] : []),
    '',
    'Cómo comprobarlo',
    '  Abra verify.html en un navegador. Funciona sin internet y no envía nada.',
    '  O bien, en esta carpeta, con herramientas de Linux y macOS:',
    '    sha256sum -c manifest-sha256.txt',
    '    sha256sum -c tagmanifest-sha256.txt',
    ...(has.hasStamp
      ? [
          '    openssl ts -verify -data data/checkpoint.txt -in data/timestamp.tsr -CAfile <certificados de la autoridad>',
        ]
      : []),
    '  Así se ve que nada se dañó. verify.html, y `decorum verify` con la clave pública del registro tomada de la página',
    '  del departamento, muestran además que nadie modificó nada ni rehízo las listas.',
    '',
    "Una tabla puede mostrar ' delante de =, +, - o @: para que ninguna hoja de cálculo ejecute lo escrito. records.jsonl tiene las palabras tal cual.",
  ]
}
