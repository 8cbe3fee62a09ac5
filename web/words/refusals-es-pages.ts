/** More of pages, posts, notices and comments: what stands in the way of one, in Spanish; see `refusals-es-official.ts`. */
export const pageRefusalsInSpanish: readonly (readonly [english: string, spanish: string])[] = [
  // Pages: their address, their licence, who runs them, their key.
  [
    'is no address; write it as a browser shows it, https://…',
    'no es una dirección; escríbala como la muestra un navegador, https://…',
  ],
  [
    'an official page is read by https; the address has to begin with https://',
    'una página oficial se lee por https; la dirección tiene que empezar con https://',
  ],
  [
    'must not hold a name or a password before its @',
    'no debe llevar un nombre ni una contraseña delante de @',
  ],
  ['must not name a port', 'no debe indicar un puerto'],
  ['{} is no name of the public internet', '{} no es un nombre de internet público'],
  ['a page on {} stands at {}, not at {}', 'una página en {} está en {}, no en {}'],
  ['is {} itself; give the address of the page on it', 'es {} mismo; indique la dirección de la página allí'],
  [
    '{} is asked at {}, and nobody else is given its key',
    'a {} se le pregunta en {}, y a nadie más se le da su clave',
  ],
  ['somebody is named twice', 'alguien está nombrado dos veces'],
  [
    '{} is not a serving member; name somebody who is',
    '{} no está en servicio; nombre a alguien que lo esté',
  ],
  [
    '{} the key; a page needs two at least, so that it is not lost with one of them',
    'menos de dos personas tienen la clave; una página necesita al menos dos, para que no se pierda con una',
  ],
  [
    'the licence would end on {}, before it begins on {}',
    'la licencia terminaría el {}, antes de empezar el {}',
  ],
  ['the licence would have ended on {} already', 'la licencia ya habría terminado el {}'],
  [
    'a licence runs for a year at most and is then asked for anew; choose {} or a day before it',
    'una licencia dura un año como máximo y después se pide de nuevo; elija el {} o un día anterior',
  ],
  [
    '{}: {} {}, so no reason excuses it; write its words in each language of the page',
    '{}: {} {}, así que ningún motivo lo dispensa; escriba sus palabras en cada idioma de la página',
  ],
  [
    '{}: {} {}; write its words in each {} or say why it is not there',
    '{}: {} {}; escriba sus palabras en cada idioma de la página, o diga por qué no está',
  ],
  [
    '{}: {} {}; write its words in each language of the page',
    '{}: {} {}; escriba sus palabras en cada idioma de la página',
  ],
  ['asks for it without exception', 'lo exige sin excepción'],
  ['asks for it', 'lo exige'],
  ['secrets.{} is missing', 'falta secrets.{}'],
  ['secrets.{} is none that this network asks for', 'secrets.{} no es algo que esta red pida'],
  [
    'the page {} is closed, and nothing is published through it',
    'la página {} está cerrada y no se publica nada por ella',
  ],
  [
    'the licence of {} begins on {}; nothing is published through it before',
    'la licencia de {} empieza el {}; antes no se publica nada por ella',
  ],
  [
    'the page {} is not approved yet, and nothing is published through it before it is',
    'la página {} aún no está aprobada, y hasta entonces no se publica nada por ella',
  ],
  [
    'the page {} was not approved, and nothing is published through it',
    'la página {} no se aprobó, y no se publica nada por ella',
  ],
  [
    'the proposal of {} was withdrawn, and nothing is published through it',
    'la propuesta de {} se retiró, y no se publica nada por ella',
  ],
  [
    'the licence of {} ended on {}; it has to be renewed before anything is published through it',
    'la licencia de {} terminó el {}; hay que renovarla antes de publicar algo por ella',
  ],
  [
    'the licence of {} was {}; nothing is published through it',
    'la licencia de {} ya no vale; no se publica nada por ella',
  ],
  [
    'the page {} does not show a notice that the order requires; publishing waits until it is there again',
    'la página {} no muestra un aviso que la orden exige; no se publica hasta que vuelva a estar',
  ],

  [
    'say who determined that another unit runs it, and when',
    'diga quién determinó que la administra otra unidad, y cuándo',
  ],

  // Posts: what they lack.
  ['one of the pages it goes to is not known here', 'una de las páginas a las que va no se conoce aquí'],
  [
    '{} has no licence in force, and nothing is published through it',
    '{} no tiene una licencia vigente, y no se publica nada por ella',
  ],
  [
    'it has words of its own for a page that it does not go to',
    'tiene palabras propias para una página a la que no va',
  ],
  ['content.accounts: there is no such page', 'content.accounts: no existe esa página'],
  ['{} was never added here', '{} nunca se añadió aquí'],
  ['say what {} shows, for those who cannot see it', 'diga lo que muestra {}, para quienes no pueden ver'],
  ['the picture or film', 'la imagen o película'],
  ['picture or film {}', 'la imagen o película {}'],
  [
    'add captions to the film, for those who cannot hear it',
    'añada subtítulos a la película, para quienes no pueden oírla',
  ],
  [
    'say whose work {} is and where it came from, or leave it out',
    'diga de quién es {} y de dónde viene, o no la incluya',
  ],
  ['a person is named twice', 'una persona está nombrada dos veces'],
  [
    'the record about {} is erased, and no post names them; leave them out',
    'los antecedentes de {} se borraron, y ninguna publicación nombra a esa persona; quite su nombre',
  ],
  ['the post that it corrects is not known here', 'la publicación que corrige no se conoce aquí'],
  [
    'the post that it corrects was never published; edit that instead',
    'la publicación que corrige nunca salió; cambie aquella',
  ],
  [
    'a correction goes to every page that had what it corrects; add the ones that lack',
    'una corrección va a todas las páginas que tuvieron lo que corrige; añada las que faltan',
  ],
  ['at {} the clocks stand at {}, not at {}', 'el {} los relojes están a {}, no a {}'],
  [
    'the clocks show {} twice, since they are set back; choose the first ({}) or the second ({})',
    'los relojes marcan {} dos veces, porque se atrasan; elija la primera ({}) o la segunda ({})',
  ],
  [
    'the clocks never show {}, since they are set forward; choose {} or {}',
    'los relojes nunca marcan {}, porque se adelantan; elija {} o {}',
  ],
  // What a network takes.
  [
    'the text has {} {}, {} more than the {} that it takes',
    'el texto tiene {} {}, {} más de los {} que admite',
  ],
  ['weighted characters', 'caracteres ponderados'],
  ['characters', 'caracteres'],
  [
    'the text takes {} bytes, and it takes {} at most; emoji made of many parts take the most',
    'el texto ocupa {} bytes, y admite {} como máximo; los emojis de muchas partes son los que más ocupan',
  ],
  ['it takes no post without a picture or a film', 'no admite una publicación sin imagen ni película'],
  [
    'it takes {} pictures at most, and this has {}',
    'admite {} imágenes como máximo, y esta publicación tiene {}',
  ],
  ['it takes one film in a post', 'admite una sola película por publicación'],
  ['it takes pictures or a film, not both', 'admite imágenes o una película, no ambas'],
  ['it takes no films', 'no admite películas'],
  [
    'a film lasts {} seconds, and it takes {} at most',
    'una película dura {} segundos, y admite {} como máximo',
  ],
  [
    'the words for a picture have {} characters; it takes {}',
    'las palabras de una imagen tienen {} caracteres; admite {}',
  ],
  ['{} has {}, and it takes {} at most', '{} tiene {}, y se admiten {} como máximo'],
  ['a picture', 'una imagen'],
  ['a film', 'una película'],
  ['it takes no {}, but {}', 'no admite {}, sino {}'],

  // Who moves a post or a notice, and when.
  [
    'a post that is {} cannot be moved so ({})',
    'ese paso no es posible en el estado en que está la publicación',
  ],
  ['a notice that is {} cannot be moved so ({})', 'ese paso no es posible en el estado en que está el aviso'],
  [
    'what you saw is not what stands there now; look at it again',
    'lo que usted vio no es lo que hay ahora; vuelva a mirarlo',
  ],
  ['{}please say why; it is kept', 'diga por qué; se conserva'],
  ['{}say what you saw, by its hash', 'indique lo que vio, por su hash'],
  ['only its author or an approver can do that', 'solo puede hacerlo su autor o quien aprueba'],
  [
    'only its author, an approver or whoever runs its pages can do that',
    'solo puede hacerlo su autor, quien aprueba o quien administra sus páginas',
  ],
  [
    'nobody approves their own words; somebody else must say yes',
    'nadie aprueba sus propias palabras; debe hacerlo otra persona',
  ],
  [
    'it waits for the Chief or whom the Chief designated for official posts',
    'espera al Jefe o a quien el Jefe designó para las publicaciones oficiales',
  ],
  ['whoever wrote or signed it does not review it', 'quien lo escribió o lo firmó no lo revisa'],
  [
    'in an emergency an approver signs, or whoever runs all the pages it goes to',
    'en una emergencia firma quien aprueba, o quien administra todas las páginas a las que va',
  ],
  [
    'an approver signs for it, or whoever runs all the pages that it goes to',
    'lo firma quien aprueba, o quien administra todas las páginas a las que va',
  ],
  [
    'only an approver or whoever runs one of its pages can do that',
    'solo puede hacerlo quien aprueba o quien administra una de sus páginas',
  ],
  ['no person can do that', 'ninguna persona puede hacerlo'],
  ['see the provision', 'vea la disposición'],

  // Pictures, films, people named.
  ['send the picture or film as the field "file"', 'envíe la imagen o película en el campo "file"'],
  [
    'this picture has more than {} million pixels; send a smaller one',
    'esta imagen tiene más de {} millones de píxeles; envíe una más pequeña',
  ],
  [
    'these bytes are no picture that can be read; send a JPEG, PNG or WebP',
    'estos datos no son una imagen que se pueda leer; envíe una JPEG, PNG o WebP',
  ],
  ['a name has letters', 'un nombre tiene letras'],
  [
    'where somebody is {}, posts are {}',
    'en esa situación de la persona, con las publicaciones se hace otra cosa; vuelva a elegir',
  ],
  [
    'one of the posts is not out, or does not name them with another status',
    'una de las publicaciones no ha salido, o no nombra a la persona con otra situación',
  ],
  ['nothing of this name stands on the site', 'en el sitio no hay nada con este nombre'],
  ['no captions of this film stand on the site', 'en el sitio no hay subtítulos de esta película'],
  ['the comment was {} since', 'el comentario cambió de estado desde entonces'],
  ['these words are approved no more', 'estas palabras ya no están aprobadas'],
  ['the notice has ended since', 'el aviso terminó desde entonces'],
  ['the notice has other words now', 'el aviso tiene ahora otras palabras'],
]
