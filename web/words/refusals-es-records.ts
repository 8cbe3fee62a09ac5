/** What the server says of records, holds, retention and dispositions, in Spanish; see `refusals-es.ts`. */
export const recordRefusalsInSpanish: readonly (readonly [english: string, spanish: string])[] = [
  // The search, and one record.
  ['there is no such record', 'no existe ese registro'],
  ['say for what purpose it is opened', 'diga para qué se abre'],
  [
    'there is no word in it that could be looked for; write one',
    'no contiene ninguna palabra que se pueda buscar; escriba una',
  ],
  [
    'you keep {} searches already; remove one that you no longer need',
    'ya guarda {} búsquedas; quite una que ya no necesite',
  ],

  // Holds.
  ['there is no such hold', 'no existe esa retención'],
  ['record {} was disposed of already', 'el registro {} ya se eliminó'],
  ['the hold was released; place another', 'la retención se levantó; ponga otra'],
  [
    'the hold was released; place another if it is needed again',
    'la retención se levantó; ponga otra si vuelve a hacer falta',
  ],
  ['its release was asked for already', 'ya se pidió levantarla'],
  ['nobody has asked for its release', 'nadie ha pedido levantarla'],
  ['you asked for its release; somebody else decides', 'usted pidió levantarla; decide otra persona'],
  ['only whoever asked for it takes it back', 'solo quien lo pidió lo retira'],
  [
    'its records request is open, or may still be appealed',
    'su solicitud de registros está abierta, o todavía se puede apelar',
  ],
  [
    'the time to appeal its records request runs until {}',
    'el plazo para apelar su solicitud de registros corre hasta el {}',
  ],
  [
    'somebody moved this hold meanwhile; look at it again',
    'entretanto alguien movió esta retención; vuelva a mirarla',
  ],
  ['say why in a few words', 'diga por qué en pocas palabras'],

  // Record series and their rules.
  ['is empty', 'está vacío'],
  ['{}stands before the first day', 'el último día es anterior al primero'],
  ['{} is no day of these centuries', '{} no es un día de estos siglos'],
  ['nothing is known of a column "{}"', 'no se conoce ninguna columna "{}"'],
  [
    '"{}" is no period; write P7Y, P18M, P90D or permanent',
    '"{}" no es un plazo; escriba P7Y, P18M, P90D o permanent',
  ],
  ['"{}" is longer than {} years; write permanent', '"{}" supera los {} años; escriba permanent'],
  ['"{}" is none of {}', '"{}" no es ninguno de: {}'],
  ['"{}" is no kind of record; there are {}', '"{}" no es una clase de registro; hay: {}'],
  ['{} stands in line {} already', '{} ya está en la línea {}'],
  ['this is no CSV: {}', 'esto no es un CSV: {}'],
  ['there is no series in it', 'no contiene ninguna serie'],
  [
    'the first line names the columns, and {} is not among them',
    'la primera línea nombra las columnas, y entre ellas no está {}',
  ],
  ['there is no series {}; load it first', 'no hay ninguna serie {}; cárguela primero'],
  [
    'the rules were changed meanwhile; look at them again',
    'entretanto se cambiaron las reglas; vuelva a mirarlas',
  ],
  ['rule {}: {}', 'regla {}: {}'],
  ['no rule of the agency fits it', 'ninguna regla de la agencia encaja'],

  // Dispositions.
  [
    'somebody moved this list meanwhile; look at it again',
    'entretanto alguien movió esta lista; vuelva a mirarla',
  ],
  ['this is for the records custodian', 'esto corresponde al custodio de archivos'],
  [
    'the second signature is the chief’s, or of whom the agency named for it',
    'la segunda firma es del Jefe, o de quien la agencia haya nombrado para ello',
  ],
  [
    'you signed it already; the second signature is somebody else’s',
    'usted ya la firmó; la segunda firma es de otra persona',
  ],
  ['the agency asks for no notice', 'la agencia no pide ningún aviso'],
  ['nothing is left on the list; withdraw it', 'no queda nada en la lista; retírela'],
  ['nothing would be left; withdraw the list', 'no quedaría nada; retire la lista'],
  ['two people have not signed it', 'no la han firmado dos personas'],
  ['notice has not been given to {}', 'no se ha dado aviso a {}'],
  ['notice runs until {}', 'el aviso corre hasta el {}'],
  ['the approval of the {} has not been put down', 'no se ha anotado la aprobación de: {}'],
  ['its approval was put down already', 'su aprobación ya se anotó'],
  ['the day of the approval is yet to come', 'el día de la aprobación está por venir'],
  ['the day on which notice was given is yet to come', 'el día en que se dio aviso está por venir'],
  [
    'notice of this list cannot have been given before {}, its first day',
    'no puede haberse dado aviso de esta lista antes del {}, su primer día',
  ],
  [
    'this list cannot have been approved before {}, its first day',
    'esta lista no puede haberse aprobado antes del {}, su primer día',
  ],
  [
    'what the hold “{}” looks for could not be searched, and nothing is disposed of until it is: {}',
    'no se pudo buscar lo que busca la retención «{}», y hasta entonces no se elimina nada: {}',
  ],
  ['it took too long', 'tardó demasiado'],
  [
    'something of a personnel file would go out; say first whether that would invade the privacy of whose file it is, and why',
    'saldría algo de un expediente personal; diga primero si eso invadiría la intimidad de la persona de cuyo expediente se trata, y por qué',
  ],
  ['the log of the installation says why', 'el registro de la instalación dice por qué'],
  [
    'nothing of series {} is due and free of other lists',
    'nada de la serie {} está vencido y libre de otras listas',
  ],
  ['it was disposed of already', 'ya se eliminó'],
  ['its period runs until {}', 'su plazo corre hasta el {}'],
  ['it is held', 'está bajo retención legal'],
  [
    'it is held: a records request touches it',
    'está bajo retención legal: le concierne una solicitud de registros',
  ],
  ['it is held: {}', 'está bajo retención legal: {}'],
  ['a record came to it after the list was made', 'le llegó un registro después de hacerse la lista'],
  ['its series was changed after the list was made', 'su serie cambió después de hacerse la lista'],
  ['a record of it belongs to no series', 'un registro suyo no pertenece a ninguna serie'],
  ['it is kept permanently', 'se conserva para siempre'],
  [
    'it is not over yet, and its period begins when it is',
    'aún no ha terminado, y su plazo empieza cuando termine',
  ],
  ['left out: {}', 'dejado fuera: {}'],

  // What was brought from before.
  [
    '{} is no ZIP, WARC or WACZ; bring the file as the network or the crawler gave it',
    '{} no es ZIP, WARC ni WACZ; traiga el archivo tal como lo dio la red o el rastreador',
  ],
  ['{} is not written as {} writes it', '{} no está escrito como lo escribe {}'],
  ['{} is encrypted', '{} está cifrado'],
  ['item {} has a form that is not known', 'la entrada {} tiene una forma desconocida'],
  ['the export names it and does not have it', 'la exportación lo nombra y no lo contiene'],

  // What goes out of a request for records.
  [
    'the fee was asked for beforehand; put down that it is paid, or waive it',
    'el costo se pidió por adelantado; anote que está pagado, o exima del pago',
  ],
  [
    'nothing is in the set yet; add the records that answer the request',
    'en el conjunto no hay nada todavía; añada los registros que responden a la solicitud',
  ],
  [
    'nothing is ready: two different people settle how each record goes out',
    'nada está listo: dos personas distintas resuelven cómo se entrega cada registro',
  ],
  [
    'records that wait for somebody who may object: {}; release the others in part, and these when it is decided',
    'registros a los que alguien puede oponerse: {}; entregue los demás en parte, y estos cuando se decida',
  ],
  [
    'records that are not settled by two people yet: {}; release the others in part, or settle these',
    'registros que dos personas no han resuelto todavía: {}; entregue los demás en parte, o resuelva estos',
  ],
  [
    'what is ready waits for somebody who may object to it',
    'lo que está listo espera a alguien que puede oponerse',
  ],
  [
    'put down first where somebody looked; that is what shows that nothing is there',
    'anote primero dónde buscó alguien; eso es lo que muestra que no hay nada',
  ],
  [
    'records are in the set; take them out with a reason, or review them',
    'hay registros en el conjunto; sáquelos con un motivo, o revíselos',
  ],
  ['search first', 'busque primero'],
  [
    'nothing is in the set to review; say that nothing was found',
    'en el conjunto no hay nada que revisar; diga que no se halló nada',
  ],
  [
    'say of each of its files that it stays back, or that you looked through it and nothing is cut',
    'diga de cada archivo suyo que se retiene, o que usted lo ha revisado y no hay nada que tachar',
  ],
  [
    'a reason given for record {} says words that are cut in this request, and it goes out; review it anew and say it without them',
    'un motivo dado para el registro {} dice palabras tachadas en esta solicitud, y se entrega; revíselo de nuevo y dígalo sin ellas',
  ],
  [
    'nobody has looked through a file of record {}, from which words are cut; review it anew',
    'nadie ha revisado un archivo del registro {}, del que se tachan palabras; revíselo de nuevo',
  ],
  [
    'your words say what is cut, and they go out to the requester; say it without them',
    'sus palabras dicen lo que se tacha, y las recibe quien pide; dígalo sin ellas',
  ],

  // The package of what went out.
  [
    'Typst is not made for this machine: there is no PDF.',
    'Typst no está hecho para esta máquina: no hay PDF.',
  ],
  [
    'No time-stamp authority is set: there is no time stamp.',
    'No se ha fijado una autoridad de sellado de tiempo: no hay sello de tiempo.',
  ],
  ['the process that sets the PDF ended ({})', 'el proceso que compone el PDF terminó antes de tiempo ({})'],
]
