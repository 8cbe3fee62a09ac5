import { languages, type Language } from './public-page.ts'

/**
 * A refusal as a page: for somebody at a browser whose address leads nowhere, or who cannot be served just now. It says
 * what it is in both languages, that of the page they came from first; the sentence itself is held in English alone.
 */
export function errorPage(status: number, sentence: string, language: Language): string {
  const said = says[kindOf(status)]
  const own = { en: closed(sentence), es: said.es.lead }
  const order = languages.toSorted((one) => (one === language ? -1 : 1))
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${said[language].title} - Decorum</title>
<link rel="stylesheet" href="/public/site.css">
<main>
<h1>${said[language].title}</h1>
${order.map((one) => `<p lang="${one}">${escaped(own[one])}</p>`).join('\n')}
</main>
</html>
`
}

type Kind = 'missing' | 'refused' | 'tooLarge' | 'later' | 'wrong'

function kindOf(status: number): Kind {
  if (status === 404) return 'missing'
  if (status === 413) return 'tooLarge'
  if (status === 401 || status === 403) return 'refused'
  return status >= 500 || status === 429 ? 'later' : 'wrong'
}

const says: Readonly<Record<Kind, { en: { title: string }; es: { title: string; lead: string } }>> = {
  missing: {
    en: { title: 'There is no page here' },
    es: { title: 'Aquí no hay ninguna página', lead: 'No hay nada en esta dirección. Compruébela.' },
  },
  refused: {
    en: { title: 'This is not open to you' },
    es: {
      title: 'Usted no tiene acceso a esto',
      lead: 'Inicie sesión o vuelva a la página anterior.',
    },
  },
  tooLarge: {
    en: { title: 'This is too large' },
    es: { title: 'Esto es demasiado grande', lead: 'No se aceptó nada. Envíe algo más pequeño.' },
  },
  later: {
    en: { title: 'This page cannot be shown now' },
    es: { title: 'Ahora no se puede mostrar esta página', lead: 'Inténtelo de nuevo en un momento.' },
  },
  wrong: {
    en: { title: 'This was not understood' },
    es: { title: 'No se entendió lo que se envió', lead: 'Vuelva a la página anterior.' },
  },
}

/** The sentences of refusals begin small and end open, as parts of a line in a terminal do. */
function closed(sentence: string): string {
  const [first = '', ...rest] = sentence
  return `${first.toUpperCase()}${rest.join('')}${/[.!?]$/.test(sentence) ? '' : '.'}`
}

function escaped(words: string): string {
  return words.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
}
