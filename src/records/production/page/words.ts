import type { Language } from '../verify/wording.ts'

/** The words of verify.html. */
export interface PageWords {
  name: string
  title: string
  lead: string
  choose: string
  folder: string
  zip: string
  drop: string
  keySummary: string
  keySays: string
  keyLabel: string
  keyWrong: string
  reading: (done: number, of: number) => string
  nothing: string
  noZip: string
  tooLarge: string
  unread: string
  whole: string
  bag: string
  bagSays: string
  broken: (count: number) => string
  more: (count: number) => string
  facts: string
  agency: string
  about: string
  request: string
  made: string
  files: string
  filesSay: (files: number, bytes: string) => string
  records: string
  recordsSay: (records: number, shown: number, same: number) => string
  ledger: string
  ledgerSays: (origin: string, size: string) => string
  key: string
  keyKnown: string
  keyOwn: string
  witnesses: string
  noWitness: string
  stamp: string
  stampSays: (at: string, by: string) => string
  odd: string
}

export const pageWords: Readonly<Record<Language, PageWords>> = {
  en: {
    name: 'English',
    title: 'Verify this package',
    lead: 'This page checks that every file of the package is exactly as the department released it, and that its records stand in the department’s ledger. It works without the internet and sends nothing anywhere.',
    choose: 'What is to be checked?',
    folder: 'Choose the folder of the package',
    zip: 'Choose the zip',
    drop: 'Or drop the folder or the zip here.',
    keySummary: 'I know the ledger’s public key',
    keySays:
      'The department publishes the key on its own site, at /api/ledger. With it the page can tell a package that somebody made up whole; without it the key in the package is believed.',
    keyLabel: 'Public key of the ledger (name+id+letters)',
    keyWrong: 'That is no public key of a ledger. Copy it whole, like riverton.gov/ledger+4a9c1b02+AQ…',
    reading: (done, of) => `Checked ${done} of ${of} files …`,
    nothing: 'There is no file in it.',
    noZip:
      'That is no zip, or a damaged one. Choose the zip as you received it, or the folder that you unpacked from it.',
    tooLarge:
      'The zip holds more than 1 GB, too much for this page at once. Unpack it, and choose the folder.',
    unread:
      'A file could not be read; it may have been changed or moved meanwhile. Choose the package again.',
    whole: 'Whole: nothing was changed',
    bag: 'A whole bag, but no production of Decorum',
    bagSays:
      'Its files are those that its own lists name. No ledger vouches for it: whoever made it could have written anything.',
    broken: (count) =>
      count === 1 ? 'Not whole: one thing is wrong' : `Not whole: ${count} things are wrong`,
    more: (count) => `and ${count} more`,
    facts: 'What was checked',
    agency: 'Released by',
    about: 'About',
    request: 'In answer to',
    made: 'On',
    files: 'Files',
    filesSay: (files, bytes) => `${files} files, ${bytes}, each by its SHA-256`,
    records: 'Records',
    recordsSay: (records, shown, same) =>
      `${records} records, each with its place in the ledger proven. Of ${shown} the ledger’s own entry is shown; in ${same} of those the words are the same letter for letter.`,
    ledger: 'Ledger',
    ledgerSays: (origin, size) => `${origin}, at ${size} entries, signed`,
    key: 'Key',
    keyKnown: 'the one that you gave',
    keyOwn:
      'the one in the package, which this page had to believe; compare it with the one on the department’s site',
    witnesses: 'Also signed by',
    noWitness: 'nobody else',
    stamp: 'Time stamp',
    stampSays: (at, by) => `${at}, by ${by}; its signature holds under the certificate that came with it`,
    odd: 'Odd, and no fault',
  },
  es: {
    name: 'Español',
    title: 'Comprobar este paquete',
    lead: 'Esta página comprueba que cada archivo del paquete es exactamente el que entregó el departamento y que sus documentos constan en el registro del departamento. Funciona sin internet y no envía nada.',
    choose: '¿Qué se comprueba?',
    folder: 'Elegir la carpeta del paquete',
    zip: 'Elegir el zip',
    drop: 'O suelte aquí la carpeta o el zip.',
    keySummary: 'Conozco la clave pública del registro',
    keySays:
      'El departamento publica la clave en su propio sitio, en /api/ledger. Con ella la página reconoce un paquete inventado por entero; sin ella se confía en la clave del paquete.',
    keyLabel: 'Clave pública del registro (nombre+id+letras)',
    keyWrong:
      'Esa no es la clave pública de un registro. Cópiela entera, como riverton.gov/ledger+4a9c1b02+AQ…',
    reading: (done, of) => `Comprobados ${done} de ${of} archivos …`,
    nothing: 'No contiene ningún archivo.',
    noZip:
      'Eso no es un zip, o está dañado. Elija el zip tal como lo recibió, o la carpeta que descomprimió de él.',
    tooLarge:
      'El zip contiene más de 1 GB, demasiado para esta página de una vez. Descomprímalo y elija la carpeta.',
    unread:
      'Un archivo no se pudo leer; quizá se modificó o se movió entretanto. Vuelva a elegir el paquete.',
    whole: 'Íntegro: nada fue modificado',
    bag: 'Un paquete íntegro, pero no una entrega de Decorum',
    bagSays:
      'Sus archivos son los que nombran sus propias listas. Ningún registro responde por él: quien lo hizo pudo escribir cualquier cosa.',
    broken: (count) => (count === 1 ? 'No íntegro: hay algo mal' : `No íntegro: hay ${count} cosas mal`),
    more: (count) => `y ${count} más`,
    facts: 'Qué se comprobó',
    agency: 'Entregado por',
    about: 'Sobre',
    request: 'En respuesta a',
    made: 'El',
    files: 'Archivos',
    filesSay: (files, bytes) => `${files} archivos, ${bytes}, cada uno por su SHA-256`,
    records: 'Documentos',
    recordsSay: (records, shown, same) =>
      `${records} documentos, cada uno con su lugar en el registro demostrado. De ${shown} se muestra el asiento mismo; en ${same} de ellos las palabras son iguales letra por letra.`,
    ledger: 'Registro',
    ledgerSays: (origin, size) => `${origin}, con ${size} asientos, firmado`,
    key: 'Clave',
    keyKnown: 'la que usted dio',
    keyOwn:
      'la del paquete, en la que esta página tuvo que confiar; compárela con la del sitio del departamento',
    witnesses: 'Firmado también por',
    noWitness: 'nadie más',
    stamp: 'Sello de tiempo',
    stampSays: (at, by) => `${at}, de ${by}; su firma vale con el certificado que lo acompaña`,
    odd: 'Extraño, pero no es un fallo',
  },
}
