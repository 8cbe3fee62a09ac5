import { inBoth } from '../words/words.ts'

export const designationsWords = inBoth(
  {
    title: 'Designations',
    lead: 'Whom the Chief has named to give permissions in the Chief’s place, for which matters and for how long. Only the matters stand here for which the order allows a designee, and the approval of official posts.',
    caption: 'Designations, the latest first',
    none: 'The Chief has designated nobody.',
    columns: { who: 'Who', matters: 'Matters', by: 'By', runs: 'Runs', end: 'End' },
    runs: (from: string, to: string | undefined) => (to === undefined ? `since ${from}` : `${from} to ${to}`),
    end: 'End today',
    officialPost: 'Approve official posts',
    add: {
      title: 'Designate somebody',
      member: 'Member',
      matters: 'Matters',
      from: 'From',
      to: 'Until (the first day that it no longer runs)',
      go: 'Designate',
      needMatter: 'Choose at least one',
      noOrder: 'No order is in force that allows a designee. Adopt one first.',
    },
  },
  {
    title: 'Designaciones',
    lead: 'A quién ha nombrado el Jefe para dar permisos en su lugar, para qué asuntos y por cuánto tiempo. Aquí solo están los asuntos para los que la orden admite un designado, y la aprobación de publicaciones oficiales.',
    caption: 'Designaciones, la última primero',
    none: 'El Jefe no ha designado a nadie.',
    columns: { who: 'Quién', matters: 'Asuntos', by: 'Por', runs: 'Rige', end: 'Terminar' },
    runs: (from: string, to: string | undefined) =>
      to === undefined ? `desde el ${from}` : `${from} a ${to}`,
    end: 'Terminar hoy',
    officialPost: 'Aprobar publicaciones oficiales',
    add: {
      title: 'Designar a alguien',
      member: 'Miembro',
      matters: 'Asuntos',
      from: 'Desde',
      to: 'Hasta (el primer día en que ya no rige)',
      go: 'Designar',
      needMatter: 'Elija al menos uno',
      noOrder: 'No hay en vigor ninguna orden que admita un designado. Adopte una primero.',
    },
  },
)
