/** What the server says of keeping and disposing of records, and of files brought from before, in Spanish. */
export const keepingRefusalsInSpanish: readonly (readonly [english: string, spanish: string])[] = [
  // Lists.
  ['there is no such search', 'no existe esa búsqueda'],
  ['there is no such list', 'no existe esa lista'],
  [
    'after: is no cursor of this list; begin again without it',
    'after: no es una posición de esta lista; empiece de nuevo sin ella',
  ],
  [
    'after: is no place in a list; take it from `next` of the page before',
    'after: no es una posición de la lista; tómela de `next` de la página anterior',
  ],

  // Holds.
  [
    'say what is to be kept: records, a thing, a thread or a search',
    'diga qué se conserva: registros, una cosa, un hilo o una búsqueda',
  ],
  [
    'say what is to be kept: records, a thing or a thread',
    'diga qué se conserva: registros, una cosa o un hilo',
  ],
  ['another search is another hold', 'otra búsqueda es otra retención'],
  ['there is no such record, or it was disposed of already', 'no existe ese registro, o ya se eliminó'],
  ['there is no {} {}, or it was disposed of already', 'no existe: {} {}, o ya se eliminó'],

  // Series.
  ['there is no series {}', 'no hay ninguna serie {}'],
  ['"{}" is no source of records; there are {}', '"{}" no es un origen de registros; hay: {}'],
  ['one of these is no record', 'uno de estos no es un registro'],
  ['one of these was disposed of', 'uno de estos se eliminó'],
  ['nothing was loaded', 'no se cargó nada'],
  ['is longer than {} characters', 'tiene más de {} caracteres'],
  ['more than {} series in one file', 'hay más de {} series en un archivo'],
  ['has {} cells, and the first line names {}', 'tiene {} celdas, y la primera línea nombra {}'],

  ['it was not put into a series yet', 'todavía no se puso en ninguna serie'],

  // Dispositions.
  ['a notice that never ends is none', 'un aviso que nunca termina no es un aviso'],
  ['nothing was disposed of: {}', 'no se eliminó nada: {}'],
  ['nothing can be disposed of: {}', 'no se puede eliminar nada: {}'],
  ['nothing is left: {}', 'no queda nada: {}'],
  [
    'nothing was disposed of by this list; there is no certificate',
    'con esta lista no se eliminó nada; no hay certificado',
  ],
  [
    'Typst, which sets the PDF, is not made for this machine',
    'Typst, que compone el PDF, no existe para este equipo',
  ],
  ['name what stands on the list and is to be left out', 'indique lo que está en la lista y se deja fuera'],
  ['say on which day and how notice was given', 'diga qué día y cómo se dio aviso'],
  ['say the number and the day of the approval', 'indique el número y el día de la aprobación'],
  ['the list is {}', 'la lista está: {}'],
  ['not signed yet', 'sin firmar'],
  [
    'signed by one, and waits for the second signature',
    'firmada por una persona, a la espera de la segunda firma',
  ],
  ['signed by two already', 'ya firmada por dos personas'],
  ['signed by two, and its notice runs', 'firmada por dos personas, con su aviso en curso'],
  ['carried out', 'ejecutada'],
  ['it stands on list {} already', 'ya está en la lista {}'],
  ['it is not known when it is due', 'no se sabe cuándo vence'],
  ['it is kept until {}, and not due before', 'se conserva hasta el {} y no vence antes'],
  ['it belongs to series {}, not to {}', 'pertenece a la serie {}, no a {}'],
  ['the time is ahead of the database{}s', 'la hora está adelantada respecto a la base de datos'],
  ['no list of that id waits to be carried out', 'ninguna lista con ese número espera ejecutarse'],
  ['two people have not signed the list', 'no han firmado la lista dos personas'],
  ['its notice is not over', 'su aviso no ha terminado'],
  ['the approval of the State is missing', 'falta la aprobación del Estado'],
  ['its notice or its approval is older than the list', 'su aviso o su aprobación es anterior a la lista'],
  ['what the hold “{}” keeps is still looked for', 'todavía se busca lo que conserva la retención «{}»'],
  ['nothing is left on the list', 'no queda nada en la lista'],
  ['the ledger does not say what is disposed of', 'el registro de asientos no dice qué se elimina'],
  ['an entry has no place in the tree yet', 'un asiento todavía no tiene lugar en el árbol'],
  ['the ledger holds {} of {} entries', 'el registro de asientos tiene {} de {} asientos'],

  // What was brought from before.
  ['there is no such import', 'no existe esa importación'],
  ['it is read by another just now', 'otro proceso lo está leyendo ahora'],
  ['send the export as the field "file"', 'envíe la exportación en el campo "file"'],
  ['{} is no whole ZIP: {}', '{} no es un ZIP completo: {}'],
  ['{} holds more than {} files', '{} contiene más de {} archivos'],
  [
    '{} has a file whose name leads out of it ({}); it was made to write elsewhere, and nothing of it was read',
    '{} tiene un archivo cuyo nombre lleva fuera de él ({}); se hizo para escribir en otro lugar y no se leyó nada',
  ],
  [
    '{} would unpack from {} to {}; no export does, and nothing of it was read',
    '{} pasaría de {} a {} al descomprimirse; ninguna exportación hace eso y no se leyó nada',
  ],
  ['in {}, {} shares its bytes with another file', 'en {}, {} comparte sus datos con otro archivo'],
  ['{} cannot be read: {}', '{} no se puede leer: {}'],
  ['it cannot be read', 'no se puede leer'],
  ['{} is larger than {} MB', '{} es más grande que {} MB'],
  ['{} is an empty folder', '{} es una carpeta vacía'],
  [
    '{} is no export of Facebook, Instagram or X in JSON, no Google Takeout of YouTube, and no web archive; {}',
    '{} no es una exportación de Facebook, Instagram o X en JSON, ni un Google Takeout de YouTube, ni un archivo web; {}',
  ],
  ['where the network offers HTML and JSON, ask it for JSON', 'si la red ofrece HTML y JSON, pídale JSON'],
  [
    'datapackage.json is no list of what a WACZ holds',
    'datapackage.json no es la lista de lo que contiene un WACZ',
  ],
  [
    'datapackage.json is another one than datapackage-digest.json was made for',
    'datapackage.json no es aquel para el que se hizo datapackage-digest.json',
  ],
  ['its signature does not hold: {}', 'su firma no es válida: {}'],
  ['it is signed by a key that nobody vouches for', 'está firmado con una clave que nadie respalda'],
  ['its certificate cannot be read', 'su certificado no se puede leer'],
  ['it was not signed by the certificate of {}', 'no se firmó con el certificado de {}'],
  ['its certificate is not one of {}', 'su certificado no es de {}'],
  ['a certificate of {} was not in force on {}', 'un certificado de {} no estaba vigente el {}'],
  ['the certificates of {} are no chain', 'los certificados de {} no forman una cadena'],
  [
    'nobody whom we trust vouches for the certificate of {}',
    'nadie de confianza respalda el certificado de {}',
  ],
  ['{} stands in datapackage.json and is not there', '{} figura en datapackage.json y no está'],
  ['{}: {} is no hash that a WACZ may have', '{}: {} no es un hash que un WACZ pueda tener'],
  [
    '{} is another file than its hash in datapackage.json was made of',
    '{} no es el archivo del que se hizo su hash en datapackage.json',
  ],
]
