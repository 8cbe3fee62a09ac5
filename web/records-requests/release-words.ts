import { counted, inBoth } from '../words/words.ts'

/** The words for what went out. */
export const releaseWords = inBoth(
  {
    title: 'What went out',
    says: (records: number, redacted: number, withheld: number) =>
      `${counted('en', records, 'record', 'records')}, ${redacted} of them with something cut; ${withheld} ${withheld === 1 ? 'stays' : 'stay'} back whole.`,
    last: 'That was the whole answer.',
    part: (instalment: number) => `Instalment ${instalment}`,
    package: (bytes: number) => `Package (ZIP, ${Math.ceil(bytes / 1_000).toLocaleString('en-US')} kB)`,
    numbers: 'Pages numbered',
    lacks: 'It lacks',
    publicSince: (day: string) => `In the public archive since ${day}`,
    publish: 'Put it into the public archive',
    unpublish: 'Take it out of the public archive',
    packageSays:
      'Everything that went out, with the log of what was cut and the proof of each record. verify.html inside it checks it on any computer, without Decorum.',
    packing: 'The package is being made',
    making:
      'The package is being made. It begins within a minute and takes longer the more went out; it appears here by itself.',
    failed: 'The package could not be made:',
    failedNext:
      'Nothing that went out is lost, and it is tried again within five minutes. If this stays, tell whoever runs Decorum.',
  },
  {
    title: 'Qué se entregó',
    says: (records: number, redacted: number, withheld: number) =>
      `${counted('es', records, 'registro', 'registros')}, ${redacted} con algo tachado; ${withheld} ${withheld === 1 ? 'se retiene entero' : 'se retienen enteros'}.`,
    last: 'Esa fue la respuesta entera.',
    part: (instalment: number) => `Parte ${instalment}`,
    package: (bytes: number) => `Paquete (ZIP, ${Math.ceil(bytes / 1_000).toLocaleString('es-US')} kB)`,
    numbers: 'Páginas numeradas',
    lacks: 'Le falta',
    publicSince: (day: string) => `En el archivo público desde el ${day}`,
    publish: 'Ponerla en el archivo público',
    unpublish: 'Quitarla del archivo público',
    packageSays:
      'Todo lo entregado, con la lista de lo tachado y la prueba de cada registro. El archivo verify.html que contiene lo comprueba en cualquier computadora, sin Decorum.',
    packing: 'El paquete se está preparando',
    making:
      'El paquete se está preparando. Empieza antes de un minuto y tarda más cuanto más se entregó; aparece aquí por sí solo.',
    failed: 'No se pudo preparar el paquete:',
    failedNext:
      'No se perdió nada de lo entregado, y se intenta de nuevo antes de cinco minutos. Si sigue así, avise a quien administra Decorum.',
  },
)
