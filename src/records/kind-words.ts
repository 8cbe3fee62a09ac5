import type { Language } from '../platform/public-page.ts'
import type { RecordKind } from './record.ts'

const kinds: Readonly<Record<Language, Readonly<Record<RecordKind, string>>>> = {
  en: {
    post: 'Post',
    comment: 'Comment',
    notice: 'Notice',
    page: 'Official page',
    permission: 'Permission',
    moderation: 'Moderation',
    appeal: 'Appeal',
    order: 'Order',
    acknowledgement: 'Acknowledgement',
    request: 'Records request',
    imported: 'From before',
  },
  es: {
    post: 'Publicación',
    comment: 'Comentario',
    notice: 'Aviso',
    page: 'Página oficial',
    permission: 'Permiso',
    moderation: 'Moderación',
    appeal: 'Apelación',
    order: 'Orden',
    acknowledgement: 'Acuse de lectura',
    request: 'Solicitud de documentos',
    imported: 'De antes',
  },
}

/** What happens to what is asked for most; the word for it is the same in every kind. */
const spanish: Readonly<Record<string, string>> = {
  written: 'escrito',
  edited: 'cambiado',
  deleted: 'borrado',
  back: 'de nuevo en la red',
  hidden: 'ocultado',
  'left up': 'dejado a la vista',
  restored: 'restaurado',
  submitted: 'presentado',
  returned: 'devuelto',
  withdrawn: 'retirado',
  approved: 'aprobado',
  confirmed: 'confirmado',
  published: 'publicado',
  removed: 'retirado',
  sent: 'enviado',
  'published on a page': 'publicado en una página',
  'answered on a page': 'respondido en una página',
  'edited on a page': 'cambiado en una página',
  'removed from a page': 'retirado de una página',
  'hidden on the network': 'ocultado en la red',
  'shown again on the network': 'mostrado de nuevo en la red',
  brought: 'traído de antes',
  archived: 'archivado',
}

/** What a record is, for the public: `Comentario`. A word that nobody knows is shown as it is. */
export function kindIn(language: Language, kind: string): string {
  return new Map(Object.entries(kinds[language])).get(kind) ?? kind
}

/** What happened, in Spanish; undefined where only the English word is held. */
export function eventInSpanish(event: string): string | undefined {
  return spanish[event]
}
