/** What the server says of records requests and of what goes out by them, in Spanish; see `refusals-es.ts`. */
export const requestRefusalsInSpanish: readonly (readonly [english: string, spanish: string])[] = [
  // Taking one in, and its law.
  ['there is no such request for records', 'no existe esa solicitud de registros'],
  ['it cannot have arrived later than now', 'no puede haber llegado más tarde que ahora'],
  ['{} asks for a name', '{} exige un nombre'],
  ['{} asks for an address', '{} exige una dirección'],
  ['there is no law "{}"; there are {}', 'no hay ninguna ley "{}"; hay: {}'],
  ['{} has no exemption "{}"', '{} no tiene la excepción "{}"'],
  ['{} lets nothing be asked for "{}"', '{} no permite cobrar nada por "{}"'],
  [
    'at most {} cents may be asked for one of "{}"',
    'se pueden cobrar {} centavos como máximo por cada unidad de "{}"',
  ],
  ['this day is not on the list', 'este día no está en la lista'],

  // Its moves.
  [
    'a request that is {} cannot be moved so ({})',
    'ese paso no es posible en el estado en que está la solicitud',
  ],
  [
    'a request that is {} cannot be moved so',
    'ese paso no es posible en el estado en que está la solicitud de registros',
  ],
  ['no fee is owed', 'no se debe nada'],
  ['silence has not become a denial', 'el silencio todavía no equivale a una denegación'],
  ['an answer to the question is waited for until {}', 'la respuesta a la pregunta se espera hasta el {}'],
  [
    'nothing of it was denied, in words or by silence',
    'no se denegó nada de ella, ni con palabras ni por silencio',
  ],
  ['this is for the records custodian, or the Chief', 'esto corresponde al custodio de archivos o al Jefe'],
  ['this is for whoever asked', 'esto corresponde a quien hizo la solicitud'],
  ['only time does this', 'esto ocurre solo, al pasar el plazo'],
  ['say it in words; the requester reads them', 'dígalo con palabras; las lee quien pide'],
  ['say what is charged for, and how much of it', 'diga por qué se cobra y cuánto'],
  ['name the exemptions it rests on', 'indique las excepciones en que se apoya'],
  ['say how the appeal ended', 'diga cómo terminó la apelación'],
  ['say on what ground it is waived', 'diga por qué motivo no se cobra'],
  ['this part has to be released by the Chief', 'esta parte la tiene que entregar el Jefe'],
  [
    'words that are cut in one record still stand elsewhere in the set, in so many records: {}; cut them there too (the review of the cut one leads to them), or say why they may go out',
    'palabras tachadas en un registro siguen en otros registros del conjunto, en total: {}; táchelas también allí (la revisión del registro tachado lleva a ellos), o diga por qué pueden entregarse',
  ],
  [
    'this is grave; please show once more that it is you',
    'esto es grave; demuestre una vez más que es usted',
  ],

  // Its searches and its set.
  [
    'say either what was searched for, or where else somebody looked',
    'diga qué se buscó, o en qué otro lugar miró alguien',
  ],
  ['this request has no such search', 'esta solicitud no tiene esa búsqueda'],
  [
    'it finds more than {}; narrow it, or add its pages one by one',
    'encuentra más de {}; acótela, o añada sus páginas una por una',
  ],
  [
    'all that it finds was disposed of; the certificates are all there is',
    'todo lo que encuentra se eliminó; solo quedan los certificados',
  ],
  [
    'a record among these was disposed of; its certificate is all there is',
    'uno de estos registros se eliminó; solo queda su certificado',
  ],
  ['say why these are not what was asked for', 'diga por qué estos no son lo que se pidió'],
  [
    'the request is answered; open it again before its records are changed',
    'la solicitud ya se contestó; vuelva a abrirla antes de cambiar sus registros',
  ],
  [
    'nothing of it changes the set: these are in it, or out of it, already',
    'nada de esto cambia el conjunto: estos ya están en él, o ya están fuera',
  ],

  // The review of its records.
  ['this record is not in the set of the request', 'este registro no está en el conjunto de la solicitud'],
  [
    'it went out in instalment {}; what is out cannot be cut any more',
    'se entregó en la parte {}; lo entregado ya no se puede tachar',
  ],
  ['it went out in instalment {}', 'se entregó en la parte {}'],
  [
    'it is by you or about you; somebody else reviews it',
    'es de usted o trata de usted; lo revisa otra persona',
  ],
  ['what is released whole has nothing cut from it', 'de lo que se entrega entero no se tacha nada'],
  ['mark what is cut, or release it whole', 'marque lo que se tacha, o entréguelo entero'],
  ['name the exemption, and say why it applies here', 'indique la excepción y diga por qué se aplica aquí'],
  ['what stays back whole has no parts to cut', 'lo que se retiene entero no tiene partes que tachar'],
  ['this record has no field "{}"', 'este registro no tiene el campo "{}"'],
  ['the marked words are not in the record', 'las palabras marcadas no están en el registro'],
  ['this record has no such picture', 'este registro no tiene esa imagen'],
  ['this record has no such file', 'este registro no tiene ese archivo'],
  [
    'only a picture can be cut in part; keep this file back whole',
    'solo una imagen se puede tachar en parte; retenga este archivo entero',
  ],
  ['a region has a width and a height', 'una zona tiene un ancho y un alto'],
  [
    'a reason goes out with the record, and says the very words that are cut; say it without them',
    'el motivo se entrega con el registro y dice las mismas palabras que se tachan; dígalo sin ellas',
  ],
  ['nobody has reviewed it yet', 'todavía no lo ha revisado nadie'],
  [
    'you reviewed it; somebody else looks a second time',
    'lo revisó usted; la segunda revisión es de otra persona',
  ],
  ['two people have settled it', 'dos personas ya lo resolvieron'],
  ['say what is wrong with it; whoever reviewed it reads it', 'diga qué está mal; lo leerá quien lo revisó'],
  [
    'the request is answered; open it again before its records are reviewed',
    'la solicitud ya se contestó; vuelva a abrirla antes de revisar sus registros',
  ],
  ['somebody reviewed it meanwhile; look at it again', 'entretanto lo revisó otra persona; vuelva a mirarlo'],
  [
    'these bytes are no picture that can be redrawn; keep the file back whole',
    'estos datos no son una imagen que se pueda volver a dibujar; retenga el archivo entero',
  ],

  // Notices to an employee whose file it is about.
  ['the request is answered', 'la solicitud ya se contestó'],
  [
    'say first that it is about a personnel file, and why',
    'diga primero que trata de un expediente personal, y por qué',
  ],
  ['a notice names records of the set', 'un aviso nombra registros del conjunto'],
  ['you can object no more: {}', 'usted ya no puede oponerse: {}'],
  ['the days for it ended on {}', 'el plazo para ello terminó el {}'],
  [
    'sign with your name as it stands in the roster: {}',
    'firme con su nombre tal como está en la lista de miembros: {}',
  ],
  ['the notice was sent', 'el aviso se envió'],
  ['the days for it are over', 'el plazo para ello terminó'],
  ['an objection was made', 'hubo una oposición'],
  ['disclosure was ordered', 'se ordenó la entrega'],
  ['the objection was taken back', 'se retiró la oposición'],
  ['it came on a day between the sending and today', 'el día en que llegó está entre el del envío y hoy'],
  ['nobody objected', 'nadie se opuso'],
  ['say what was decided, or how it was taken back', 'diga qué se decidió, o cómo se retiró'],
  ['somebody changed it meanwhile; look at it again', 'entretanto lo cambió otra persona; vuelva a mirarlo'],

  // Releases, packages, letters.
  [
    'a record of the set was disposed of; take it out, and say so',
    'un registro del conjunto se eliminó; sáquelo y dígalo',
  ],
  [
    'a file of record {} holds words that are cut, and cannot be redrawn; keep it back whole',
    'un archivo del registro {} contiene palabras tachadas y no se puede volver a dibujar; reténgalo entero',
  ],
  [
    'something of it was reviewed anew meanwhile; look at it again',
    'entretanto algo se revisó de nuevo; vuelva a mirarlo',
  ],
  ['there is no such production', 'no existe esa entrega'],
  ['its package is still being made', 'su paquete todavía se está preparando'],
  [
    'the package is being made; it is there within minutes',
    'el paquete se está preparando; estará listo en unos minutos',
  ],
  [
    'there is no such package; look whether the code is complete',
    'no existe ese paquete; mire si el código está completo',
  ],
  ['somebody else changed this meanwhile; look again', 'entretanto otra persona lo cambió; vuelva a mirar'],
  [
    'the ledger makes no checkpoints; is its key where it belongs?',
    'el registro de asientos no hace puntos de control; ¿está su clave en su lugar?',
  ],
  [
    'the time-stamp authority answers with {}; try again later',
    'el servicio de sellos de tiempo contesta {}; inténtelo más tarde',
  ],
  [
    'what the time-stamp authority sent is no stamp of what it was asked for',
    'lo que envió el servicio de sellos de tiempo no es un sello de lo que se le pidió',
  ],
  ['there is no such letter', 'no existe esa carta'],
  ['letters cannot be set on this machine', 'en este equipo no se pueden componer cartas'],
  ['there is no such part', 'no existe esa parte'],
  ['there is no such file', 'no existe ese archivo'],
  [
    'no request has this code; look whether it is complete',
    'ninguna solicitud tiene este código; mire si está completo',
  ],
  ['the address of this page is not whole', 'la dirección de esta página no está completa'],
  ['there is no such post on the site', 'no existe esa publicación en el sitio'],
]
