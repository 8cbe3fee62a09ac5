/** What the server says of notices to the community, of the map and the figures, and of comments, in Spanish. */
export const noticeRefusalsInSpanish: readonly (readonly [english: string, spanish: string])[] = [
  // Notices: what they lack.
  ['say it in {} too, or say why it is not', 'dígalo también en {}, o diga por qué no está'],
  ['Spanish', 'español'],
  ['English', 'inglés'],
  [
    'nobody has said that the photograph may be published; leave it out, or ask',
    'nadie ha dicho que la fotografía se pueda publicar; quítela, o pregunte',
  ],
  ['fill in {}, in one language at least', 'complete {}, al menos en un idioma'],
  ['fill in "{}"', 'complete "{}"'],
  ['the picture was never added here', 'la imagen de este aviso nunca se añadió aquí'],
  ['a notice carries a picture, not a film', 'un aviso lleva una imagen, no una película'],
  [
    '{} takes films only, and a notice has none; leave that page out',
    '{} solo admite películas, y un aviso no las tiene; quite esa página',
  ],
  [
    '{} takes pictures only, and fetches them from a public address; leave that page out',
    '{} solo admite imágenes, y las toma de una dirección pública; quite esa página',
  ],
  [
    '{} takes nothing without a picture; mark the area on the map, add a picture, or leave that page out',
    '{} no admite nada sin imagen; marque la zona en el mapa, añada una imagen o quite esa página',
  ],

  // Figures of crime.
  [
    'the first line names date, kind and area (or lat and lon)',
    'la primera línea nombra date, kind y area (o lat y lon)',
  ],
  ['there is no report in it', 'no contiene ningún hecho'],
  ['more than {} reports; load it by the year', 'hay más de {} hechos; cárguelos por año'],
  [
    'places need a map with districts; load one first, or give an area',
    'los lugares necesitan un mapa con distritos; cargue uno primero, o indique una zona',
  ],
  [
    '"{}" is no day; write 2026-11-21 or 11/21/2026',
    '"{}" no es un día; escriba 2026-11-21 o 11/21/2026 (primero el mes)',
  ],
  ['kind is empty, or longer than 60 characters', 'kind está vacío, o tiene más de 60 caracteres'],
  ['lat and lon are no degrees', 'lat y lon no son grados'],
  ['area is empty, or longer than 60 characters', 'area está vacío, o tiene más de 60 caracteres'],
  [
    'more than {} different values of {}; that is no table',
    'hay más de {} valores distintos de {}; eso no es una tabla',
  ],

  // Comments.
  [
    'a comment that is {} cannot be moved so',
    'ese paso no es posible en el estado en que está el comentario',
  ],
  [
    'counsel who asked for the hiding does not answer for it; somebody else must',
    'quien pidió la ocultación no responde por ella como asesor legal; debe hacerlo otra persona',
  ],
  [
    'its writer changed it since counsel was asked; the moderator looks at it again and asks anew',
    'quien lo escribió lo cambió después de consultarse al asesor legal; el moderador lo mira y consulta de nuevo',
  ],
  [
    'an appeal is decided by somebody who had no part in the hiding',
    'una apelación la decide alguien que no tuvo parte en la ocultación',
  ],
  ['nobody appealed it', 'nadie lo apeló'],
  [
    'say why, in a sentence of at least {} letters; the writer and the public read it',
    'diga por qué, en una frase de al menos {} letras; la leerán quien lo escribió y el público',
  ],
  [
    'its writer took it down already; there is nothing to hide',
    'quien lo escribió ya lo retiró; no hay nada que ocultar',
  ],
  [
    'name the ground: {}. The order has no other, and a view is none',
    'indique el motivo: {}. La orden no tiene otro, y una opinión no lo es',
  ],
  [
    'the order in force lets no comment be hidden for {}; leave it up',
    'la orden vigente no permite ocultar un comentario por ese motivo; déjelo a la vista',
  ],
  [
    'what you saw is not its newest captured version; look at that one first',
    'lo que usted vio no es la última versión capturada; mire primero esa',
  ],
  ['mark the words that it rests on', 'marque las palabras en que se apoya'],
  ['the marked words are not in the captured text', 'las palabras marcadas no están en el texto capturado'],
  [
    'it criticises the department or an officer, which is no ground; say in a sentence why it is not hidden for that',
    'critica al departamento o a un agente, lo que no es un motivo; diga en una frase por qué no se oculta por eso',
  ],
  [
    'this is for a moderator: an administrator of the page, or the Chief',
    'esto corresponde a quien modera: quien administra la página, o el Jefe',
  ],
  ['this waits for counsel', 'esto espera al asesor legal'],
  ['only its writer changes a comment', 'un comentario solo lo cambia quien lo escribió'],
  [
    'you had a part in it; somebody else decides this appeal',
    'usted tuvo parte en ello; esta apelación la decide otra persona',
  ],
  ['its day was over', 'su día pasó'],
  ['a comment’s first {} pictures are kept', 'se conservan las primeras {} imágenes de un comentario'],
  ['its address answered {}', 'su dirección contestó {}'],
  ['it is larger than what is kept of a comment', 'es más grande de lo que se conserva de un comentario'],
  ['it could not be fetched', 'no se pudo obtener'],
]
