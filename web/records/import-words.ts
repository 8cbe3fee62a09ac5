import type { RecordImport } from '../../src/records/schema.ts'
import { counted, inBoth } from '../words/words.ts'

/** The words for what is brought in from before. */
export const importWords = inBoth(
  {
    title: 'Bring in an export',
    lead: 'What the department’s accounts and pages held before Decorum becomes records too. The file is sealed as it came; bringing it twice adds nothing twice.',
    file: 'File (ZIP, WARC or WACZ)',
    fileHint:
      'The export as Facebook, Instagram, X or YouTube gave it, unopened, or a web archive; at most 512 MB. A larger one is brought at the server: decorum records import.',
    tooBig: 'The file is larger than 512 MB. Bring it at the server: decorum records import.',
    account: 'Page that it is of',
    accountHint: 'Where it is a page of the department that Decorum knows.',
    none: 'None of these',
    submit: 'Bring it in',
    sending: (percent: number) => `Sending: ${percent} %`,
    list: 'What was brought in',
    empty:
      'Nothing was brought in yet. Ask Facebook, Instagram, X or YouTube for a copy of the account’s information, and bring the file that you get.',
    states: {
      waiting: 'Waits to be read',
      reading: 'Is being read',
      done: 'Read',
      failed: 'Could not be read',
    } satisfies Record<RecordImport['state'], string>,
    read: (percent: number, added: number) =>
      `${percent} % read, ${counted('en', added, 'record', 'records')} so far`,
    added: (count: number) => counted('en', count, 'new record', 'new records'),
    known: (count: number) => `${counted('en', count, 'entry', 'entries')} recognised as here already`,
    faulty: (count: number) => `${counted('en', count, 'entry', 'entries')} could not be read`,
    faults: 'What could not be read',
    first: (shown: number, all: number) => `The first ${shown} of ${all.toLocaleString('en-US')}.`,
    where: 'Where in the file',
    because: 'Why',
    by: (by: string, when: string) => `Brought by ${by} on ${when}`,
    sealed: 'Sealed as',
    see: 'See its records',
  },
  {
    title: 'Traer una exportación',
    lead: 'Lo que las cuentas y páginas del departamento tenían antes de Decorum también se hace registro. El archivo se sella tal como llegó; traerlo dos veces no añade nada dos veces.',
    file: 'Archivo (ZIP, WARC o WACZ)',
    fileHint:
      'La exportación tal como la dio Facebook, Instagram, X o YouTube, sin abrir, o un archivo web; como mucho 512 MB. Uno mayor se trae en el servidor: decorum records import.',
    tooBig: 'El archivo supera los 512 MB. Tráigalo en el servidor: decorum records import.',
    account: 'Página de la que es',
    accountHint: 'Si es una página del departamento que Decorum conoce.',
    none: 'Ninguna de estas',
    submit: 'Traerlo',
    sending: (percent: number) => `Enviando: ${percent} %`,
    list: 'Lo que se trajo',
    empty:
      'Aún no se ha traído nada. Pida a Facebook, Instagram, X o YouTube una copia de los datos de la cuenta y traiga el archivo que reciba.',
    states: {
      waiting: 'Espera lectura',
      reading: 'Se está leyendo',
      done: 'Leído',
      failed: 'No se pudo leer',
    },
    read: (percent: number, added: number) =>
      `${percent} % leído, ${counted('es', added, 'registro', 'registros')} hasta ahora`,
    added: (count: number) => counted('es', count, 'registro nuevo', 'registros nuevos'),
    known: (count: number) => `${counted('es', count, 'entrada', 'entradas')} que ya estaban aquí`,
    faulty: (count: number) => `${counted('es', count, 'entrada', 'entradas')} que no se pudieron leer`,
    faults: 'Lo que no se pudo leer',
    first: (shown: number, all: number) => `Las primeras ${shown} de ${all.toLocaleString('es-US')}.`,
    where: 'Dónde en el archivo',
    because: 'Por qué',
    by: (by: string, when: string) => `Traído por ${by} el ${when}`,
    sealed: 'Sellado como',
    see: 'Ver sus registros',
  },
)
