import type { LetterKind, State } from '../../src/records/requests/moves.ts'
import type { Way } from '../../src/records/requests/schema.ts'
import type { Unnamed } from '../../src/records/requests/view.ts'
import { counted, inBoth } from '../words/words.ts'

/** The words of the list of requests for records, and of the desk of one. */
export const deskWords = inBoth(
  {
    title: 'Records requests',
    lead: 'Who asked for records, and by when the law wants an answer. The next deadline stands first.',
    links: {
      name: 'About records requests',
      list: 'Requests',
      take: 'Take one in',
      settings: 'Law and holidays',
      form: 'The public form',
    },
    filter: { state: 'State', open: 'All that are open', all: 'All, the answered ones too', go: 'Show' },
    none: 'No request is open. What is asked by the public form appears here by itself; what comes by letter, by e-mail or over the counter you take in.',
    noneSuch: 'No request is like that.',
    caption: 'Requests for records, by deadline',
    columns: { what: 'Request', state: 'State', clock: 'Clock', reviewed: 'Reviewed', came: 'Arrived' },
    anonymous: 'Somebody who gave no name',
    reviewedOf: (reviewed: number, responsive: number) =>
      responsive === 0 ? 'No records yet' : `${reviewed} of ${responsive}`,
    personnelTag: 'Personnel file',
    ways: {
      form: 'By the public form',
      'e-mail': 'By e-mail',
      letter: 'By letter',
      counter: 'Over the counter',
    } satisfies Record<Way, string>,
    states: {
      received: 'Received',
      acknowledged: 'Acknowledged',
      clarifying: 'Waits for the requester',
      searching: 'Being searched for',
      reviewing: 'In review',
      'partly-released': 'Released in part',
      released: 'Released',
      denied: 'Denied',
      'deemed-denied': 'Denied by silence',
      closed: 'Closed',
      appealed: 'On appeal',
      'appeal-decided': 'Decided on appeal',
    } satisfies Record<State, string>,
    clock: {
      title: 'The law’s clock',
      left: (days: number) =>
        days < 0
          ? `${counted('en', -days, 'business day', 'business days')} late`
          : days === 0
            ? 'The last day is today'
            : `${counted('en', days, 'business day', 'business days')} left`,
      answered: (day: string) => `Answered on ${day}`,
      deemed: (day: string) => `Denied by silence: the days ran out on ${day}`,
      stands: 'The clock stands while we wait for the requester',
      thenDenied: (to: string) =>
        `When the days run out without an answer, the silence is a denial, and the requester may appeal to the ${to}.`,
      thenLate: 'When the days run out without an answer, it is late.',
      appeal: (day: string, to: string) => `The requester may appeal until ${day}, to the ${to}.`,
      appealOver: 'These days are over.',
      received: 'Arrived',
      acknowledgeBy: 'Acknowledge by',
      answerBy: 'Answer by',
      counts: {
        business: (days: number) =>
          `${counted('en', days, 'business day', 'business days')} after it arrived`,
        calendar: (days: number) => `${counted('en', days, 'day', 'days')} after it arrived`,
      },
      plain: 'Days on which the department is closed are not counted.',
      personnel: 'Counted as for a personnel file. Days on which the department is closed are not counted.',
    },
    one: {
      title: (number: string) => `Request ${number}`,
      parts: {
        name: 'Parts of this request',
        desk: 'Desk',
        search: 'Search',
        set: 'Records',
        review: 'Review',
        withheld: 'Withheld',
        personnel: 'Personnel',
      },
      asks: 'What is asked for',
      who: 'Requester',
      email: 'E-mail',
      phone: 'Telephone',
      address: 'Address',
      way: 'Came',
      language: 'Letters in',
      languages: { en: 'English', es: 'Spanish' },
      counts: 'Records',
      countsSay: (responsive: number, settled: number, released: number) =>
        responsive === 0
          ? 'None yet'
          : `${responsive} in the set, ${settled} settled by two people, ${released} answered`,
      barred: 'Kept back for now',
      barredSays: (count: number) =>
        `${counted('en', count, 'record waits', 'records wait')} for somebody who may object`,
      hold: 'Hold',
      holdSays: 'Nothing of it is disposed of while this runs',
      original: 'The e-mail as it came',
      letters: 'Letters',
      noLetters: 'Nothing was sent yet.',
      history: 'What happened',
      unnamed: {
        'the clock': 'the clock',
        'the requester': 'the requester',
        'a member': 'a member',
      } satisfies Record<Unnamed, string>,
    },
    hints: {
      objections: (count: number) =>
        `${counted('en', count, 'employee objects', 'employees object')} to the release of their file`,
      seconds: (count: number) =>
        `${counted('en', count, 'record waits', 'records wait')} for a second look, by somebody other than its first reviewer`,
    },
    letters: {
      acknowledgement: 'Acknowledgement',
      clarification: 'Question to the requester',
      fee: 'Fee estimate',
      release: 'Release',
      none: 'Nothing was found',
      denial: 'Denial',
      closing: 'Closing',
      notice: 'Notice to an employee',
    } satisfies Record<LetterKind, string>,
    fee: {
      title: 'Fee',
      before: 'to be paid before anything is copied; not paid yet.',
      after: 'paid when the copies are handed over.',
      paid: (day: string) => `paid on ${day}.`,
      waived: (ground: string) => `waived: ${ground}.`,
    },
    appeal: {
      title: 'Appeal',
      made: (day: string) => `We learned of it on ${day}.`,
      docket: 'Docket number',
      docketSays: (docket: string) => `Docket ${docket}`,
      outcomes: {
        upheld: 'Our answer was upheld',
        ordered: 'Disclosure was ordered',
        settled: 'It was settled',
        withdrawn: 'It was withdrawn',
      },
    },
  },
  {
    title: 'Solicitudes de registros',
    lead: 'Quién pidió registros y para cuándo quiere la ley una respuesta. El plazo más próximo va primero.',
    links: {
      name: 'Sobre las solicitudes de registros',
      list: 'Solicitudes',
      take: 'Anotar una',
      settings: 'Ley y días festivos',
      form: 'El formulario público',
    },
    filter: {
      state: 'Estado',
      open: 'Todas las abiertas',
      all: 'Todas, también las contestadas',
      go: 'Mostrar',
    },
    none: 'No hay ninguna solicitud abierta. Lo que se pide por el formulario público aparece aquí por sí solo; lo que llega por carta, por correo electrónico o en ventanilla lo anota usted.',
    noneSuch: 'Ninguna solicitud es así.',
    caption: 'Solicitudes de registros, por plazo',
    columns: { what: 'Solicitud', state: 'Estado', clock: 'Plazo', reviewed: 'Revisados', came: 'Llegó' },
    anonymous: 'Alguien que no dio su nombre',
    reviewedOf: (reviewed: number, responsive: number) =>
      responsive === 0 ? 'Aún sin registros' : `${reviewed} de ${responsive}`,
    personnelTag: 'Expediente personal',
    ways: {
      form: 'Por el formulario público',
      'e-mail': 'Por correo electrónico',
      letter: 'Por carta',
      counter: 'En ventanilla',
    },
    states: {
      received: 'Recibida',
      acknowledged: 'Acusada',
      clarifying: 'Espera a quien pide',
      searching: 'En búsqueda',
      reviewing: 'En revisión',
      'partly-released': 'Entregada en parte',
      released: 'Entregada',
      denied: 'Denegada',
      'deemed-denied': 'Denegada por silencio',
      closed: 'Cerrada',
      appealed: 'En apelación',
      'appeal-decided': 'Decidida en apelación',
    },
    clock: {
      title: 'El plazo de la ley',
      left: (days: number) =>
        days < 0
          ? `${counted('es', -days, 'día hábil', 'días hábiles')} de retraso`
          : days === 0
            ? 'Hoy es el último día'
            : `${days === 1 ? 'Queda' : 'Quedan'} ${counted('es', days, 'día hábil', 'días hábiles')}`,
      answered: (day: string) => `Contestada el ${day}`,
      deemed: (day: string) => `Denegada por silencio: el plazo terminó el ${day}`,
      stands: 'El plazo está detenido mientras esperamos a quien pide',
      thenDenied: (to: string) =>
        `Si el plazo termina sin respuesta, el silencio es una denegación, y quien pide puede apelar ante: ${to}.`,
      thenLate: 'Si el plazo termina sin respuesta, va con retraso.',
      appeal: (day: string, to: string) => `Quien pide puede apelar hasta el ${day} ante: ${to}.`,
      appealOver: 'Ese plazo ha terminado.',
      received: 'Llegó',
      acknowledgeBy: 'Acusar recibo a más tardar el',
      answerBy: 'Contestar a más tardar el',
      counts: {
        business: (days: number) => `${counted('es', days, 'día hábil', 'días hábiles')} desde que llegó`,
        calendar: (days: number) => `${counted('es', days, 'día', 'días')} desde que llegó`,
      },
      plain: 'Los días en que el departamento cierra no se cuentan.',
      personnel:
        'Se cuenta como para un expediente personal. Los días en que el departamento cierra no se cuentan.',
    },
    one: {
      title: (number: string) => `Solicitud ${number}`,
      parts: {
        name: 'Partes de esta solicitud',
        desk: 'Mesa',
        search: 'Búsqueda',
        set: 'Registros',
        review: 'Revisión',
        withheld: 'Retenidos',
        personnel: 'Personal',
      },
      asks: 'Qué se pide',
      who: 'Quién pide',
      email: 'Correo electrónico',
      phone: 'Teléfono',
      address: 'Dirección',
      way: 'Llegó',
      language: 'Cartas en',
      languages: { en: 'inglés', es: 'español' },
      counts: 'Registros',
      countsSay: (responsive: number, settled: number, released: number) =>
        responsive === 0
          ? 'Aún ninguno'
          : `${responsive} en el conjunto, ${settled} resueltos por dos personas, ${released} respondidos`,
      barred: 'Retenidos por ahora',
      barredSays: (count: number) =>
        `${counted('es', count, 'registro espera', 'registros esperan')} a alguien que puede oponerse`,
      hold: 'Conservación',
      holdSays: 'Nada de ello se elimina mientras esto siga',
      original: 'El mensaje como llegó',
      letters: 'Cartas',
      noLetters: 'Aún no se envió nada.',
      history: 'Qué ocurrió',
      unnamed: { 'the clock': 'el plazo', 'the requester': 'quien pide', 'a member': 'un miembro' },
    },
    hints: {
      objections: (count: number) =>
        `${counted('es', count, 'empleado se opone', 'empleados se oponen')} a que salga su expediente`,
      seconds: (count: number) =>
        `${counted('es', count, 'registro espera', 'registros esperan')} otra mirada, de alguien distinto de quien lo revisó`,
    },
    letters: {
      acknowledgement: 'Acuse de recibo',
      clarification: 'Pregunta a quien pide',
      fee: 'Presupuesto del costo',
      release: 'Entrega',
      none: 'No se halló nada',
      denial: 'Denegación',
      closing: 'Cierre',
      notice: 'Aviso a un empleado',
    },
    fee: {
      title: 'Costo',
      before: 'se paga antes de copiar nada; aún no está pagado.',
      after: 'se paga al entregar las copias.',
      paid: (day: string) => `pagado el ${day}.`,
      waived: (ground: string) => `no se cobra: ${ground}.`,
    },
    appeal: {
      title: 'Apelación',
      made: (day: string) => `Supimos de ella el ${day}.`,
      docket: 'Número de expediente',
      docketSays: (docket: string) => `Expediente ${docket}`,
      outcomes: {
        upheld: 'Se mantuvo nuestra respuesta',
        ordered: 'Se ordenó la entrega',
        settled: 'Hubo acuerdo',
        withdrawn: 'Se retiró',
      },
    },
  },
)
