import type { HoldMove, HoldState } from '../../src/records/keeping/moves.ts'
import { counted, inBoth } from '../words/words.ts'

/** The words for holds. */
export const holdWords = inBoth(
  {
    title: 'Holds',
    lead: 'What is under a hold is not disposed of, however old it is. A records request places one by itself; two people release one.',
    place: 'Place a hold',
    state: 'State',
    matter: 'Matter',
    any: 'Any',
    go: 'Show',
    open: 'In force',
    states: {
      'in-force': 'In force',
      'release-asked': 'Release asked for',
      released: 'Released',
    } satisfies Record<HoldState, string>,
    caption: 'Holds',
    none: 'No hold is like that.',
    noneAtAll:
      'Nothing is under a hold. Place one on what a search finds, on a thread, or on single records.',
    columns: { title: 'Hold', ref: 'Number', placed: 'Placed' },
    automatic: 'By itself, for a records request',
    fresh: {
      title: 'Place a hold',
      lead: 'From now on nothing of it is disposed of, until two people release the hold.',
      on: 'What it is placed on',
      records: (count: number) => counted('en', count, 'record chosen', 'records chosen'),
      more: (count: number) => `and ${counted('en', count, 'other', 'others')}`,
      thread: 'A whole thread: everything in it now, and whatever is added to it.',
      thing: 'One thing: all that happened to it, and whatever still happens to it.',
      search: 'Whatever this search finds, now and as long as the hold is in force:',
      everything: 'Every record that there is, and every one to come.',
      finds: (count: number, isExact: boolean) =>
        isExact
          ? `It finds ${counted('en', count, 'record', 'records')} now.`
          : 'It finds more than 10,000 records now.',
      nothing:
        'Say first what is to be held. Search for it, then choose records, or take all that the search finds; or open one and take its thread.',
      toSearch: 'Search for records',
      otherSearch: 'Change the search',
      matter: 'Matter',
      name: 'Title',
      nameHint: 'What it is about, as those who meet it will read it: “Evans v. Riverton”.',
      ref: 'Number',
      refHint: 'Of the case, the audit or the grievance, where it has one.',
      submit: 'Place the hold',
      orAdd: 'Or add it to a hold that is in force',
      which: 'Hold',
      again: 'If its release was asked for, that has to be asked for again.',
      add: 'Add it to that hold',
    },
    one: {
      placed: (when: string, by: string) => `Placed on ${when} by ${by}`,
      matter: 'Matter',
      ref: 'Number',
      holds: 'It holds, of what you may see',
      count: (count: number, isExact: boolean) =>
        isExact ? counted('en', count, 'record', 'records') : 'more than 10,000 records',
      on: 'Placed on',
      records: (count: number) => counted('en', count, 'record', 'records'),
      things: (count: number) =>
        counted('en', count, 'thing with all its versions', 'things with all their versions'),
      threads: (count: number) => counted('en', count, 'thread', 'threads'),
      search: 'a search that is run again until it is released',
      itsRequest: 'The records request that placed it',
      again: 'See what it finds now',
      releasable: 'May be released from',
      notSearched: (why: string) =>
        `What it looks for could not be searched: ${why}. Until it is, nothing is disposed of, and what came in meanwhile may not be under it.`,
      whys: {
        'it took too long': 'it took too long',
        'the log of the installation says why':
          'the log of the installation says why, which your administrator reads',
      },
      searchNow: 'Search now',
      failsAgain:
        'Where it fails again, place another that finds less, by days, kinds or pages; then two people release this one.',
      requestOpen:
        'Its records request is open: it stays until that is closed and its time to appeal is over.',
      history: 'What was done',
      moves: 'What may be done',
      nothing: 'Nothing that you may do here.',
      reason: 'Reason',
      stop: 'Not now',
      list: 'Records under it',
      noRecords: 'It holds no record yet; what comes to it later is held.',
      twoPeople:
        'One person asks for the release; another confirms it, after showing once more who they are.',
    },
    moves: {
      ask: 'Ask for its release',
      confirm: 'Release it',
      refuse: 'Keep it',
      'take-back': 'Take back',
    } satisfies Record<HoldMove, string>,
    done: {
      place: 'Placed',
      widen: 'More is held',
      ask: 'Release asked for',
      confirm: 'Released',
      refuse: 'Release refused',
      'take-back': 'Taken back',
      'request-ended': 'Its records request ended',
      'request-open': 'Its records request is open again',
    },
    doneBy: (what: string, by: string) => `${what} by ${by}`,
    columnsOf: { record: 'Record', series: 'Series' },
  },
  {
    title: 'Retenciones legales',
    lead: 'Lo que está bajo retención legal no se elimina, por viejo que sea. Una solicitud de registros pone una por sí sola; dos personas la levantan.',
    place: 'Poner una retención',
    state: 'Estado',
    matter: 'Asunto',
    any: 'Cualquiera',
    go: 'Mostrar',
    open: 'En vigor',
    states: {
      'in-force': 'En vigor',
      'release-asked': 'Se pidió levantarla',
      released: 'Levantada',
    },
    caption: 'Retenciones legales',
    none: 'Ninguna retención es así.',
    noneAtAll:
      'Nada está bajo retención legal. Póngala sobre lo que halla una búsqueda, sobre un hilo o sobre registros sueltos.',
    columns: { title: 'Retención', ref: 'Número', placed: 'Puesta' },
    automatic: 'Por sí sola, por una solicitud de registros',
    fresh: {
      title: 'Poner una retención legal',
      lead: 'Desde ahora nada de ello se elimina, hasta que dos personas levanten la retención.',
      on: 'Sobre qué se pone',
      records: (count: number) => counted('es', count, 'registro elegido', 'registros elegidos'),
      more: (count: number) => `y ${counted('es', count, 'otro', 'otros')}`,
      thread: 'Un hilo entero: todo lo que contiene ahora y lo que se le añada.',
      thing: 'Una sola cosa: todo lo que le ocurrió y lo que todavía le ocurra.',
      search: 'Todo lo que halla esta búsqueda, ahora y mientras la retención esté en vigor:',
      everything: 'Todos los registros que hay, y todos los que vengan.',
      finds: (count: number, isExact: boolean) =>
        isExact
          ? `Ahora halla ${counted('es', count, 'registro', 'registros')}.`
          : 'Ahora halla más de 10,000 registros.',
      nothing:
        'Diga primero qué se retiene. Búsquelo, y elija registros o tome todo lo que la búsqueda halla; o abra uno y tome su hilo.',
      toSearch: 'Buscar registros',
      otherSearch: 'Cambiar la búsqueda',
      matter: 'Asunto',
      name: 'Título',
      nameHint: 'De qué trata, como lo leerán quienes la encuentren: “Evans contra Riverton”.',
      ref: 'Número',
      refHint: 'Del pleito, la auditoría o la queja, si lo tiene.',
      submit: 'Poner la retención',
      orAdd: 'O añadirlo a una retención en vigor',
      which: 'Retención',
      again: 'Si se pidió levantarla, habrá que pedirlo de nuevo.',
      add: 'Añadirlo a esa retención',
    },
    one: {
      placed: (when: string, by: string) => `Puesta el ${when} por ${by}`,
      matter: 'Asunto',
      ref: 'Número',
      holds: 'Retiene, de lo que usted puede ver',
      count: (count: number, isExact: boolean) =>
        isExact ? counted('es', count, 'registro', 'registros') : 'más de 10,000 registros',
      on: 'Puesta sobre',
      records: (count: number) => counted('es', count, 'registro', 'registros'),
      things: (count: number) =>
        counted('es', count, 'cosa con todas sus versiones', 'cosas con todas sus versiones'),
      threads: (count: number) => counted('es', count, 'hilo', 'hilos'),
      search: 'una búsqueda que se repite hasta que se levante',
      itsRequest: 'La solicitud de registros que la puso',
      again: 'Ver lo que halla ahora',
      releasable: 'Se puede levantar desde',
      notSearched: (why: string) =>
        `No se pudo buscar lo que busca: ${why}. Hasta que se busque no se elimina nada, y lo que llegó entretanto puede no estar retenido.`,
      whys: {
        'it took too long': 'tardó demasiado',
        'the log of the installation says why':
          'el registro de la instalación dice por qué, y lo lee quien la administra',
      },
      searchNow: 'Buscar ahora',
      failsAgain:
        'Si vuelve a fallar, ponga otra que halle menos, por días, tipos o páginas; después dos personas levantan esta.',
      requestOpen:
        'Su solicitud de registros está abierta: sigue hasta que se cierre y pase el plazo de apelación.',
      history: 'Lo que se hizo',
      moves: 'Lo que se puede hacer',
      nothing: 'Nada que usted pueda hacer aquí.',
      reason: 'Razón',
      stop: 'Ahora no',
      list: 'Registros bajo ella',
      noRecords: 'Todavía no retiene ningún registro; lo que le llegue después se retiene.',
      twoPeople: 'Una persona pide levantarla; otra lo confirma, tras mostrar de nuevo quién es.',
    },
    moves: {
      ask: 'Pedir que se levante',
      confirm: 'Levantarla',
      refuse: 'Mantenerla',
      'take-back': 'Retirar lo pedido',
    },
    done: {
      place: 'Puesta',
      widen: 'Retiene más',
      ask: 'Se pidió levantarla',
      confirm: 'Levantada',
      refuse: 'No se levanta',
      'take-back': 'Se retiró lo pedido',
      'request-ended': 'Su solicitud de registros terminó',
      'request-open': 'Su solicitud de registros está abierta de nuevo',
    },
    doneBy: (what: string, by: string) => `${what} por ${by}`,
    columnsOf: { record: 'Registro', series: 'Serie' },
  },
)
