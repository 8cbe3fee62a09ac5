import { closed, counted, inBoth } from '../words/words.ts'

export const ledgerWords = inBoth(
  {
    title: 'The ledger',
    lead: 'Every change that anybody makes in Decorum leaves an entry here, in the same moment. Entries can be added, and never changed or taken away without the tree below telling.',
    latest: 'The latest checkpoint',
    entries: (count: number) => counted('en', count, 'entry', 'entries'),
    signed: (when: string) => `signed ${when}.`,
    waiting: (count: number) =>
      `${counted('en', count, 'entry waits', 'entries wait')} for the next checkpoint.`,
    backups: 'Backups',
    backup: {
      fine: (when: string) => `The last one was made ${when}.`,
      lacking: (when: string) =>
        `The last one was made ${when}, without files that records name: they are lost or damaged. Whoever runs Decorum finds more in the log.`,
      due: (when: string) => `One is being made; the last one was made ${when}.`,
      late: (when: string) =>
        `They are late: the last one was made ${when}. Whoever runs Decorum has to see to it.`,
      failed: (when: string) =>
        `The last try was in vain; the last backup was made ${when}. Whoever runs Decorum finds the reason in the log.`,
      never: 'none yet',
      keysWithData:
        'Their keys stand with the data: whoever runs Decorum has to keep copies of them elsewhere, after each backup.',
    },
    root: 'Root of the tree',
    log: 'Log',
    key: 'Public key',
    witnesses: 'Co-signed by',
    noWitness: 'No witness has co-signed it.',
    whole: 'The checkpoint as published',
    here: {
      title: 'Checked here, in your browser',
      good: 'The signature holds.',
      bad: 'The signature does not hold. Keep this page and tell the department, and somebody outside it.',
      first: 'This browser has kept the checkpoint. At your next visit it checks that the ledger only grew.',
      grew: (from: number, when: string) =>
        `The ledger continues the one that this browser saw ${when}, of ${counted('en', from, 'entry', 'entries')}: nothing in it was changed.`,
      same: 'The ledger is the one that this browser saw last.',
      otherKey: 'The key is another than the one that this browser saw before. Ask the department why.',
      forked:
        'This is not a continuation of the ledger that this browser saw before. Keep this page and tell the department, and somebody outside it.',
      shrunk: 'The ledger is smaller than the one that this browser saw before.',
    },
    find: {
      title: 'Is an entry in the ledger?',
      lead: 'Whoever has the id of an entry, or of a request or a permission, finds it here: it stands on every letter and on the page of a permission. By the id of a request or a permission, the newest entry about it is found. Its words stay private; that it is there, unchanged, anybody may check.',
      label: 'Entry, request or permission',
      hint: 'For example 0190a5c2-7d3e-7c41-9d55-8f1f7ce4a2b6',
      wrong: 'An id is 32 digits and letters in five groups',
      go: 'Check',
      there: (index: number, size: number) =>
        `It is in the ledger, as number ${index.toLocaleString('en-US')} of ${size.toLocaleString('en-US')}. The proof was checked in your browser.`,
      not: 'The proof does not hold. Keep this page and tell the department, and somebody outside it.',
      why: { signature: 'The checkpoint’s signature fails.', path: 'The hashes do not lead to the root.' },
      proof: 'The proof',
      commitment: 'Commitment',
      path: 'Hashes on the way to the root',
    },
    how: {
      title: 'Check it without us',
      lead: 'The ledger is a transparency log in the open formats of C2SP: a signed checkpoint, and tiles of hashes. Any tool that reads them will do, or ours. The folder of tiles is what the department writes with `decorum ledger export`:',
      keep: 'Keep a checkpoint somewhere else, and later ask whether the ledger still continues it. That is what a witness does.',
    },
  },
  {
    title: 'El registro',
    lead: 'Cada cambio que alguien hace en Decorum deja aquí un asiento en el mismo momento. Se pueden añadir asientos, pero no cambiarlos ni quitarlos sin que el árbol de abajo lo delate.',
    latest: 'El último punto de control',
    entries: (count: number) => counted('es', count, 'asiento', 'asientos'),
    signed: (when: string) => closed(`firmado ${when}`),
    waiting: (count: number) =>
      `${counted('es', count, 'asiento espera', 'asientos esperan')} el próximo punto de control.`,
    backups: 'Copias de seguridad',
    backup: {
      fine: (when: string) => closed(`La última se hizo ${when}`),
      lacking: (when: string) =>
        `La última se hizo ${when}, sin archivos que los registros nombran: se perdieron o están dañados. Quien administra Decorum encuentra más en el registro de sucesos.`,
      due: (when: string) => closed(`Se está haciendo una; la última se hizo ${when}`),
      late: (when: string) =>
        `Llevan retraso: la última se hizo ${when}. Quien administra Decorum debe ocuparse.`,
      failed: (when: string) =>
        `El último intento falló; la última copia se hizo ${when}. Quien administra Decorum encuentra el motivo en el registro de sucesos.`,
      never: 'aún ninguna',
      keysWithData:
        'Sus claves están junto a los datos: quien administra Decorum debe guardar copias en otro lugar, después de cada copia de seguridad.',
    },
    root: 'Raíz del árbol',
    log: 'Registro',
    key: 'Clave pública',
    witnesses: 'Refrendado por',
    noWitness: 'Ningún testigo lo ha refrendado.',
    whole: 'El punto de control tal como se publica',
    here: {
      title: 'Comprobado aquí, en su navegador',
      good: 'La firma es válida.',
      bad: 'La firma no es válida. Guarde esta página y avise al departamento y a alguien de fuera.',
      first:
        'Este navegador ha guardado el punto de control. En su próxima visita comprobará que el registro solo ha crecido.',
      grew: (from: number, when: string) =>
        `El registro continúa el que este navegador vio ${when}, de ${counted('es', from, 'asiento', 'asientos')}: nada en él ha cambiado.`,
      same: 'El registro es el mismo que este navegador vio la última vez.',
      otherKey: 'La clave es distinta de la que este navegador vio antes. Pregunte al departamento por qué.',
      forked:
        'Esto no continúa el registro que este navegador vio antes. Guarde esta página y avise al departamento y a alguien de fuera.',
      shrunk: 'El registro es menor que el que este navegador vio antes.',
    },
    find: {
      title: '¿Está un asiento en el registro?',
      lead: 'Quien tiene el identificador de un asiento, de una solicitud o de un permiso lo encuentra aquí: figura en cada carta y en la página de un permiso. Con el de una solicitud o un permiso se busca su asiento más reciente. Sus palabras siguen siendo privadas; que está ahí, sin cambios, lo puede comprobar cualquiera.',
      label: 'Asiento, solicitud o permiso',
      hint: 'Por ejemplo 0190a5c2-7d3e-7c41-9d55-8f1f7ce4a2b6',
      wrong: 'Un identificador son 32 cifras y letras en cinco grupos',
      go: 'Comprobar',
      there: (index: number, size: number) =>
        `Está en el registro, con el número ${index.toLocaleString('es-US')} de ${size.toLocaleString('es-US')}. La prueba se comprobó en su navegador.`,
      not: 'La prueba no es válida. Guarde esta página y avise al departamento y a alguien de fuera.',
      why: {
        signature: 'La firma del punto de control falla.',
        path: 'Los resúmenes no llevan a la raíz.',
      },
      proof: 'La prueba',
      commitment: 'Compromiso',
      path: 'Resúmenes en el camino a la raíz',
    },
    how: {
      title: 'Compruébelo sin nosotros',
      lead: 'El registro es un registro de transparencia en los formatos abiertos de C2SP: un punto de control firmado y mosaicos de resúmenes. Sirve cualquier herramienta que los lea, o la nuestra. La carpeta de mosaicos es lo que el departamento escribe con `decorum ledger export`:',
      keep: 'Guarde un punto de control en otro lugar y pregunte más tarde si el registro aún lo continúa. Eso es lo que hace un testigo.',
    },
  },
)
