import type { Language } from '../words/words.ts'
import { inBoth } from '../words/words.ts'
import type { ShownFact } from './draft.ts'

/** What a picture may show, in plain words. */
export const shownWords = inBoth(
  {
    'depicts.uniform': 'A uniform',
    'depicts.logo': 'A badge, patch, emblem or ID of the department',
    'depicts.author': 'You, so that you can be recognised',
    'depicts.coworker': 'Somebody else of the department',
    'depicts.vehicle': 'A department vehicle',
    'depicts.property': 'Department equipment or property',
    'depicts.building-inside': 'The inside of the police building',
    'depicts.scene': 'A crime or accident scene',
    'depicts.suspect': 'A suspect or somebody arrested',
    'depicts.victim': 'A victim',
    'depicts.evidence': 'Evidence',
    'depicts.weapon': 'A weapon',
    'depicts.tactical-instrument': 'A baton, spray, stun gun or handcuffs',
    'depicts.contraband': 'Contraband, such as drugs',
    'depicts.sexual': 'Something sexual or compromising',
    'media.borrowed': "Somebody else's work (photo, song, logo)",
    'likeness.exploited': "Somebody's name or face for gain or mockery",
  } satisfies Record<ShownFact, string>,
  {
    'depicts.uniform': 'Un uniforme',
    'depicts.logo': 'Una placa, insignia, emblema o identificación del departamento',
    'depicts.author': 'Usted, de modo que se le reconozca',
    'depicts.coworker': 'Otra persona del departamento',
    'depicts.vehicle': 'Un vehículo del departamento',
    'depicts.property': 'Equipo o bienes del departamento',
    'depicts.building-inside': 'El interior del edificio policial',
    'depicts.scene': 'El lugar de un delito o de un accidente',
    'depicts.suspect': 'Un sospechoso o un detenido',
    'depicts.victim': 'Una víctima',
    'depicts.evidence': 'Pruebas',
    'depicts.weapon': 'Un arma',
    'depicts.tactical-instrument': 'Un bastón, espray, arma eléctrica o esposas',
    'depicts.contraband': 'Contrabando, por ejemplo drogas',
    'depicts.sexual': 'Algo sexual o comprometedor',
    'media.borrowed': 'Obra de otra persona (foto, canción, logotipo)',
    'likeness.exploited': 'El nombre o la cara de alguien, por lucro o por burla',
  },
)

/** The questions of the vocabulary in Spanish; the vocabulary itself is English. A detail stands behind its fact. */
const spanish: Record<string, string> = {
  'info.already-published': '¿Lo publicaron ya el departamento o la prensa?',
  'info.official-access': '¿Lo supo por el acceso que le da su cargo?',
  'info.job-derived': '¿Lo supo por su trabajo?',
  'media.obtained-on-duty': '¿Hizo u obtuvo la imagen estando de servicio?',
  'media.licensed': '¿Permite su dueño que se use?',
  'matter.of-department': '¿Es un asunto de su departamento o de sus fiscales?',
  'matter.concluded': '¿Terminó el caso, sin nada pendiente?',
  'duty.authorised': '¿Fue parte de una tarea autorizada?',
  'device.authorised': '¿Está autorizado este uso de la computadora del departamento?',
  'author.law-enforcement-purpose': '¿Lo pide de otro modo un fin policial del que hay constancia?',
  'consent.coworkers': '¿Han consentido todos los compañeros que aparecen o se nombran?',
  'coworker.public-criticism': '¿Es una crítica de los actos oficiales de un superior?',
  'depicts.weapon handling': '¿Qué se hace con el arma?',
  'depicts.weapon owner': '¿De quién es el arma?',
  'depicts.tactical-instrument handling': '¿Qué se hace con el instrumento?',
  'depicts.tactical-instrument owner': '¿De quién es el instrumento?',
  'depicts.contraband handling': '¿Qué se hace con el contrabando?',
}
const english: Record<string, string> = {
  'depicts.weapon handling': 'What is being done with the weapon?',
  'depicts.weapon owner': 'Whose weapon is it?',
  'depicts.tactical-instrument handling': 'What is being done with the baton, spray, stun gun or handcuffs?',
  'depicts.tactical-instrument owner': 'Whose baton, spray, stun gun or handcuffs is it?',
  'depicts.contraband handling': 'What is being done with the contraband?',
}

/** A question in the reader's language, and the language it is in. */
export function questionIn(
  language: Language,
  ask: { fact: string; detail?: string; question: string },
): { text: string; lang: Language } {
  const key = ask.detail === undefined ? ask.fact : `${ask.fact} ${ask.detail}`
  const own = (language === 'es' ? spanish : english)[key]
  return own === undefined ? { text: ask.question, lang: 'en' } : { text: own, lang: language }
}

/** The values that a detail may take. */
export const detailWords = inBoth(
  {
    brandished: 'Brandished: pointed or shown off',
    held: 'Held in the hand',
    holstered: 'Holstered or on the belt',
    stored: 'Stored away',
    'safe-use': 'Used safely, as on a range',
    department: "The department's",
    private: 'Private',
  },
  {
    brandished: 'Se blande: se apunta o se exhibe',
    held: 'En la mano',
    holstered: 'En su funda o en el cinturón',
    stored: 'Guardado',
    'safe-use': 'Uso seguro, como en el campo de tiro',
    department: 'Del departamento',
    private: 'Particular',
  },
)
