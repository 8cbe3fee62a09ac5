/** The same for pages, posts, notices and comments: what those who speak for the department meet. */
export const officialRefusalsInSpanish: readonly (readonly [english: string, spanish: string])[] = [
  // Pages of the department.
  ['there is no such page', 'no existe esa página'],
  ['there is no such report', 'no existe ese aviso'],
  ['it was closed meanwhile by {}', 'entretanto la cerró {}'],
  [
    'only whoever proposed the page or runs it asks for its licence anew',
    'solo quien propuso la página o la administra pide de nuevo su autorización',
  ],
  ['the page is closed; its record is what stands', 'la página está cerrada; queda su registro'],
  ['the page is closed, and no longer looked at', 'la página está cerrada y ya no se revisa'],
  [
    'the department has adopted no order yet, so no page can be approved',
    'el departamento aún no ha adoptado ninguna orden; no se puede aprobar ninguna página',
  ],
  [
    'no key to {} was given yet; somebody who runs the page has to',
    'aún no se ha dado ninguna clave de {}; debe darla quien administra la página',
  ],
  ['the page is closed and needs no key', 'la página está cerrada y no necesita clave'],
  ['the department’s own site needs no key', 'el sitio propio del departamento no necesita clave'],
  ['the page was closed meanwhile', 'la página se cerró entretanto'],
  [
    'this key does not open the page: {}; nothing was kept',
    'esta clave no abre la página: {}; no se guardó nada',
  ],
  [
    'the network did not say whether the key is good: {}; nothing was kept, try again',
    'la red no dijo si la clave sirve: {}; no se guardó nada, inténtelo de nuevo',
  ],
  ['the page is closed; propose it as a new one', 'la página está cerrada; propóngala como nueva'],
  [
    'page.address: a page at another address is another page; close this one and propose that one',
    'page.address: una página en otra dirección es otra página; cierre esta y proponga aquella',
  ],
  [
    'a request for this page is under way already; it has to be decided or withdrawn first',
    'ya hay una solicitud en curso para esta página; primero debe decidirse o retirarse',
  ],
  [
    'page.address: this page stands in the register already, as {}',
    'page.address: esta página ya figura en el registro, como {}',
  ],
  ['the page is closed, and stays as it was', 'la página está cerrada y queda como estaba'],
  [
    'the page was changed meanwhile by {}; look at it again',
    'entretanto {} cambió la página; vuelva a mirarla',
  ],
  // Posts, pictures and notices.
  ['there is no such post', 'no existe esa publicación'],
  ['there is no such picture or film', 'no existe esa imagen o película'],
  ['there is no such notice', 'no existe ese aviso a la comunidad'],
  ['there is no such delivery', 'no existe ese envío'],
  [
    'this film says where it was made; export it without its place and send it again, since Decorum changes nothing in a film',
    'esta película dice dónde se hizo; expórtela sin el lugar y envíela de nuevo, pues Decorum no cambia nada en una película',
  ],
  ['these bytes are no MP4 or WebM film', 'estos datos no son una película MP4 ni WebM'],
  ['this film is not whole; send it again', 'la película no está completa; envíela de nuevo'],
  [
    'these bytes are no JPEG, PNG or WebP picture and no MP4 or WebM film',
    'estos datos no son una imagen JPEG, PNG o WebP ni una película MP4 o WebM',
  ],
  [
    'a film is not blurred here; cut or blur it before it is added',
    'una película no se difumina aquí; córtela o difumínela antes de añadirla',
  ],
  ['say whether the posts are removed or corrected', 'diga si las publicaciones se retiran o se corrigen'],
  [
    'what a post corrects is not changed; begin another one',
    'lo que una publicación corrige no se cambia; empiece otra',
  ],
  ['the order does not let this be said: {}', 'la orden no permite decir esto: {}'],
  [
    'this needs a permission of the {}, asked for and given before',
    'esto necesita un permiso de: {}, pedido y dado antes',
  ],
  ['say in your remark what you permit here and why', 'diga en su nota qué permite aquí y por qué'],
  [
    'the order asks a person to weigh this; say in your remark what you weighed',
    'la orden pide que una persona lo sopese; diga en su nota qué sopesó',
  ],
  ['it was moved meanwhile', 'entretanto cambió de estado'],
  ['it waits for nobody’s word now; it is {}', 'ya no espera la palabra de nadie; está: {}'],
  ['{}; say that it is not there, and leave it so', '{}; diga que no está allí y déjelo así'],
  ['somebody else set them meanwhile; look again', 'entretanto las fijó otra persona; vuelva a mirar'],
  ['this notice has no map', 'este aviso no tiene mapa'],
  ['the town’s map has none of these areas', 'el mapa de la ciudad no tiene ninguna de estas zonas'],
  [
    'a notice does not become one of another kind; begin another one',
    'un aviso no pasa a ser de otra clase; empiece otro',
  ],
  ['its time is not over', 'su tiempo no ha terminado'],
  [
    'the order in force does not recognise this as something that cannot wait; write it as a post, and have it approved',
    'la orden vigente no reconoce esto como algo que no puede esperar; escríbalo como publicación y pida su aprobación',
  ],
  ['no figures were loaded yet', 'aún no se han cargado cifras'],
  [
    'the map has {} places; {} are the most, so simplify its lines',
    'el mapa tiene {} puntos; el máximo es {}: simplifique sus líneas',
  ],
  // Comments, appeals, filters and blocks.
  ['there is no such comment', 'no existe ese comentario'],
  ['there is no such comment in the sample', 'no existe ese comentario en la muestra'],
  ['there is no such appeal', 'no existe esa apelación'],
  ['there is no such filter', 'no existe ese filtro'],
  ['there is no such block', 'no existe ese bloqueo'],
  ['there is no such hiding', 'no existe esa ocultación'],
  ['it is {} already, or not yours to end', 'ya está {}, o no le corresponde terminarlo'],
  ['it is {} already', 'ya está: {}'],
  [
    'the settings were changed meanwhile; look at them again',
    'entretanto cambiaron los ajustes; vuelva a mirarlos',
  ],
  ['it was changed meanwhile', 'entretanto cambió'],
  ['endsOn: name a day to come on which it ends', 'endsOn: indique un día futuro en el que termine'],
  [
    'endsOn: it may run for a year at most; then it is looked at anew',
    'endsOn: puede durar un año como máximo; después se revisa de nuevo',
  ],
  [
    'words: a filter needs a word that people write',
    'words: un filtro necesita una palabra que la gente escriba',
  ],
  [
    'a filter is approved by somebody else than who proposed it',
    'un filtro lo aprueba otra persona que quien lo propuso',
  ],
  [
    'remarks: say why it is not to be; whoever proposed it reads it',
    'remarks: diga por qué no ha de ser; lo leerá quien lo propuso',
  ],
  ['the filter was changed meanwhile; look at it again', 'entretanto cambió el filtro; vuelva a mirarlo'],
  ['{} is not over; it is drawn at its end', '{} no ha terminado; se sortea al final'],
  ['the sample of {} is drawn already', 'la muestra de {} ya se sorteó'],
  ['no sample of {} was drawn', 'no se sorteó ninguna muestra de {}'],
  ['nobody reads again what they decided themselves', 'nadie vuelve a leer lo que decidió por sí mismo'],
  ['somebody read this one already; take the next', 'alguien ya leyó este; tome el siguiente'],
  [
    'an appeal is decided where it lies, at /comments/appeals',
    'una apelación se decide donde está, en /comments/appeals',
  ],
  ['nothing of it is left to be done by hand', 'no queda nada por hacer a mano'],
  ['this is for a moderator of the page', 'esto corresponde a quien modera la página'],
  [
    'it was moved or changed meanwhile by {}; look at it again',
    'entretanto lo movió o cambió {}; vuelva a mirarlo',
  ],
  [
    'this address belongs to no decision; look whether it is complete',
    'esta dirección no es de ninguna decisión; mire si está completa',
  ],
  ['you appealed this already; it is decided only once', 'usted ya apeló esto; se decide una sola vez'],
  ['it is over already; there is nothing left to appeal', 'ya terminó; no queda nada que apelar'],
  ['this appeal is decided: {}', 'esta apelación está decidida: {}'],
  ['somebody decided it meanwhile; look at it again', 'entretanto alguien la decidió; vuelva a mirarla'],
  [
    'this is for whoever hears appeals: the Chief, or whoever the Chief designated',
    'esto corresponde a quien resuelve apelaciones: el jefe o quien el jefe designó',
  ],
  [
    'an appeal is decided by somebody who had no part in the block',
    'una apelación la decide alguien que no tuvo parte en el bloqueo',
  ],
  ['they were shown already; make new ones', 'ya se mostraron; haga otros nuevos'],
  [
    'somebody moved this hiding meanwhile; look at it again',
    'entretanto alguien movió esta ocultación; vuelva a mirarla',
  ],
  ['the order in force names no {} as a ground', 'la orden vigente no nombra «{}» como motivo'],
  [
    'a writer is blocked only when a comment of theirs is hidden for that ground; hide it first',
    'se bloquea a quien escribe solo cuando un comentario suyo está oculto por ese motivo; ocúltelo primero',
  ],
  ['this writer is blocked there already', 'quien escribe ya está bloqueado allí'],
  [
    'a block is reviewed by somebody else than who made it',
    'un bloqueo lo revisa otra persona que quien lo hizo',
  ],
  ['nothing of it is left to be undone', 'no queda nada por deshacer'],
  ['the block was changed meanwhile; look at it again', 'entretanto cambió el bloqueo; vuelva a mirarlo'],
]
