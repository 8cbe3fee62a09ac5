/** A refusal as a page: for somebody at a browser whose address leads nowhere, or who cannot be served just now. */
export function errorPage(status: number, sentence: string): string {
  const [title, spanish] =
    status === 404
      ? ['There is no page here', 'Aquí no hay ninguna página. Compruebe la dirección.']
      : status >= 500 || status === 429
        ? [
            'This page cannot be shown now',
            'Ahora no se puede mostrar esta página. Inténtelo dentro de un momento.',
          ]
        : ['This was not understood', 'No se entendió lo que se envió. Vuelva a la página anterior.']
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} - Decorum</title>
<h1>${title}</h1>
<p>${escaped(sentence)}.</p>
<p lang="es">${spanish}</p>
</html>
`
}

function escaped(words: string): string {
  return words.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
}
