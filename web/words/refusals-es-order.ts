/** What the server says of preparing and adopting an order, and of reading its document, in Spanish. */
export const orderRefusalsInSpanish: readonly (readonly [english: string, spanish: string])[] = [
  // Its versions.
  ['no such version of the order was adopted', 'no se adoptó esa versión de la orden'],
  ['there is no such version of the order', 'no existe esa versión de la orden'],
  ['no document was imported for this version', 'para esta versión no se importó ningún documento'],
  [
    'import your own document first; there is nothing to fit yet',
    'importe primero su propio documento; aún no hay nada que ajustar',
  ],
  [
    'who stands for a giver that the order does not name was adopted with it; start a new version to change that',
    'quién representa a quien la orden no nombra se adoptó con ella; empiece una versión nueva para cambiarlo',
  ],
  [
    'nobody of those whom you command has still to acknowledge',
    'nadie de las personas a su mando tiene pendiente confirmar',
  ],
  ['this version is {}; {} new version', 'lo adoptado no se cambia; empiece una versión nueva'],
  ['this version is {}; {}', 'esta versión ya no se prepara; empiece una nueva'],
  ['it was moved meanwhile by {}; look at it again', 'entretanto la movió {}; vuelva a mirarla'],
  [
    'it cannot have been approved on {}, which is still to come',
    'no puede haberse aprobado el {}, que está por venir',
  ],
  [
    'an order binds nobody before it is approved: {} is before {}',
    'una orden no obliga a nadie antes de aprobarse: el {} es anterior al {}',
  ],
  ['a first issue on {} is no earlier than {}', 'una primera emisión el {} no es anterior al {}'],
  [
    'another version took effect on {}; one day has one order',
    'otra versión entró en vigor el {}; un día tiene una sola orden',
  ],
  [
    '{} of {} provisions of your document are not confirmed yet',
    '{} de {} disposiciones de su documento aún no están confirmadas',
  ],
  ['{} (and {} more)', '{} (y {} más)'],
  ['{} is {} here; of that, "{}" cannot be said ({})', 'lo elegido no se puede decir de {} aquí'],
  [
    'write the words of {} as they stand in your order',
    'escriba las palabras de {} tal como están en su orden',
  ],
  [
    'say what {} means in your order: a person will judge by it',
    'diga qué significa {} en su orden: una persona juzgará por ello',
  ],
  ['send the document as the field "file"', 'envíe el documento en el campo "file"'],
  [
    'send the field "version" (the number you saw) before the file',
    'envíe el campo "version" (el número que usted vio) antes del archivo',
  ],

  ['asks for more right answers than there are questions', 'pide más respuestas correctas que preguntas hay'],

  // Its document.
  ['{} is larger than 60 MB: that is no order.', '{} pasa de 60 MB: eso no es una orden.'],
  [
    '{} is in the old binary format of Word or locked: save it as an open DOCX or PDF first.',
    '{} está en el antiguo formato binario de Word o bloqueado: guárdelo primero como DOCX o PDF abierto.',
  ],
  ['{} is called a {} but is not one.', '{} se llama {} pero no lo es.'],
  ['{} holds no words.', '{} no contiene palabras.'],
  [
    '{} holds {} MB of text, and 2 MB are the most: that is no order.',
    '{} contiene {} MB de texto, y el máximo son 2 MB: eso no es una orden.',
  ],
  ['{} is no text, Markdown, PDF or DOCX.', '{} no es texto, Markdown, PDF ni DOCX.'],
  [
    '{} is a ZIP archive but no DOCX: it holds no Word document.',
    '{} es un archivo ZIP pero no un DOCX: no contiene un documento de Word.',
  ],
  ['{} is a DOCX that is damaged and cannot be read.', '{} es un DOCX dañado y no se puede leer.'],
  [
    '{} is a PDF with no text layer (a scan): have its text recognised first.',
    '{} es un PDF sin capa de texto (un escaneo): haga reconocer primero su texto.',
  ],
  ['{} is a PDF that {} and cannot be read.', '{} es un PDF que {} y no se puede leer.'],
  ['is locked with a password', 'está protegido con contraseña'],
  ['is damaged', 'está dañado'],
  ['{} is empty.', '{} está vacío.'],

  // The ledger's pages.
  ['the ledger has no checkpoint yet', 'el registro aún no tiene un punto de control'],
  [
    'the ledger has no checkpoint yet; the first is made within seconds',
    'el registro aún no tiene un punto de control; el primero se hace en segundos',
  ],
  [
    'no checkpoint holds that entry; a new entry is in one within seconds',
    'ningún punto de control contiene ese asiento; un asiento nuevo está en uno en segundos',
  ],
  ['the ledger has no {}', 'el registro no tiene {}'],
  ['from and to are sizes up to {}, the smaller first', 'from y to son tamaños hasta {}, primero el menor'],
  ['that is no checkpoint of this ledger', 'eso no es un punto de control de este registro'],
]
