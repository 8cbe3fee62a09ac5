import { inBoth } from '../words/words.ts'

export const waitingWords = inBoth(
  {
    title: 'What waits for me',
    lead: 'The earliest deadline first.',
    none: 'Nothing waits for you. When something does, it stands here with its deadline.',
    since: (when: string) => `since ${when}`,
  },
  {
    title: 'Lo que me espera',
    lead: 'Primero lo que antes vence.',
    none: 'Nada le espera. Cuando algo le espere, estará aquí con su plazo.',
    since: (when: string) => `desde ${when}`,
  },
)
