import type { PersonStatus, PostLanguage } from './content.ts'

/** What a person's new status asks of the posts that name them. */
export interface RecallRule {
  /**
   * `remove`: they come down everywhere at once; `correct`: they are corrected everywhere; `either`: whoever changes the
   * status says which.
   */
  does: 'remove' | 'correct' | 'either'
  /** What the same audience is told. An erased record is not told of by name. */
  tells: Readonly<Record<PostLanguage, (name: string) => string>>
}

/** Once somebody's status is this, what was said of them before is no longer true. */
export const recallRules = {
  found: {
    does: 'remove',
    tells: {
      en: (name) => `Update: ${name} has been found. Thank you to everybody who helped.`,
      es: (name) => `Actualización: se encontró a ${name}. Gracias a todas las personas que ayudaron.`,
    },
  },
  erased: {
    does: 'remove',
    tells: {
      en: () => 'An earlier post was removed because the record that it spoke of has been erased by law.',
      es: () =>
        'Se retiró una publicación anterior porque los antecedentes de los que hablaba se borraron conforme a la ley.',
    },
  },
  cleared: {
    does: 'either',
    tells: {
      en: (name) =>
        `Correction: ${name} has been cleared and is not sought in connection with our earlier post.`,
      es: (name) =>
        `Corrección: ${name} quedó libre de sospecha y no se le busca en relación con nuestra publicación anterior.`,
    },
  },
  dismissed: {
    does: 'either',
    tells: {
      en: (name) => `Correction: the charges against ${name} that our earlier post spoke of were dismissed.`,
      es: (name) =>
        `Corrección: se desestimaron los cargos contra ${name} de los que hablaba nuestra publicación anterior.`,
    },
  },
  arrested: {
    does: 'correct',
    tells: {
      en: (name) =>
        `Update: ${name} is no longer sought. Everybody is presumed innocent until a court decides.`,
      es: (name) =>
        `Actualización: ya no se busca a ${name}. Toda persona se presume inocente hasta que decida un tribunal.`,
    },
  },
  charged: {
    does: 'correct',
    tells: {
      en: (name) => `Update: ${name} has been charged. Everybody is presumed innocent until a court decides.`,
      es: (name) =>
        `Actualización: se presentaron cargos contra ${name}. Toda persona se presume inocente hasta que decida un tribunal.`,
    },
  },
  wanted: {
    does: 'correct',
    tells: {
      en: (name) => `Update to our earlier post: we are looking for ${name}.`,
      es: (name) => `Actualización de nuestra publicación anterior: buscamos a ${name}.`,
    },
  },
  missing: {
    does: 'correct',
    tells: {
      en: (name) => `Update to our earlier post: ${name} is missing.`,
      es: (name) => `Actualización de nuestra publicación anterior: ${name} es una persona desaparecida.`,
    },
  },
} as const satisfies Record<PersonStatus, RecallRule>
