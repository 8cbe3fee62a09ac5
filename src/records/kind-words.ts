import type { Language } from '../platform/public-page.ts'
import type { RecordKind } from './record.ts'

/** What a record is, in both languages. */
export const kindWords: Readonly<Record<Language, Readonly<Record<RecordKind, string>>>> = {
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
    imported: 'From before Decorum',
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
    request: 'Solicitud de registros públicos',
    imported: 'De antes de Decorum',
  },
}

/** What a record is: `Comentario`. A word that nobody knows is shown as it is. */
export function kindIn(language: Language, kind: string): string {
  return new Map(Object.entries(kindWords[language])).get(kind) ?? kind
}
