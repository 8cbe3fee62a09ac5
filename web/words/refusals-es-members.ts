/** What the server says of members, positions, the roster, signing in, requests and permissions, in Spanish. */
export const memberRefusalsInSpanish: readonly (readonly [english: string, spanish: string])[] = [
  // Signing in.
  ['you have no such passkey', 'usted no tiene esa llave de acceso'],
  ['you have no such session that runs', 'usted no tiene esa sesión abierta'],
  ['it was not used for {} days', 'no se usó durante {} días'],
  ['{} tries failed within {} minutes', 'fallaron {} intentos en {} minutos'],
  ['they are not locked', 'no hay ningún bloqueo'],
  ['this agency has no sign-in service of its own', 'esta agencia no tiene un servicio de acceso propio'],
  ['nobody on the roster has this address', 'nadie en la lista de miembros tiene esta dirección'],
  ['somebody else signed in there', 'allí inició sesión otra persona'],
  [
    '{} does not answer, or not as a sign-in service does; sign in another way',
    '{} no contesta, o no como un servicio de acceso; entre de otra forma',
  ],
  [
    'this was done already, and what it showed is shown only once',
    'esto ya se hizo, y lo que mostró se muestra una sola vez',
  ],
  ['this passkey is somebody else’s', 'esta llave de acceso es de otra persona'],
  [
    'another try for this name is being looked at; try again in a moment',
    'se está comprobando otro intento con este nombre; inténtelo de nuevo en un momento',
  ],

  // Positions, who holds them, designations.
  ['there is no such position on {}', 'no existe ese puesto el {}'],
  ['there is no such position', 'no existe ese puesto'],
  ['the position was last changed from {} on', 'el último cambio del puesto vale desde el {}'],
  ['{} still reports to it; change that first', '{} todavía depende de él; cambie eso primero'],
  ['{} no longer serves on {}', '{} ya no presta servicio el {}'],
  ['it has ended already, or had not begun by that day', 'ya terminó, o ese día aún no había empezado'],
  ['only the chief designates', 'solo el Jefe designa'],
  ['the chief needs no designation', 'el Jefe no necesita designación'],
  ['the last day stands before the first', 'el último día es anterior al primero'],
  ['it has ended already', 'ya terminó'],
  [
    'the chief reports to nobody inside the department',
    'el Jefe no depende de nadie dentro del departamento',
  ],
  ['there is already an office of the chief: {}', 'ya hay un cargo de Jefe: {}'],
  ['say which position it reports to', 'diga de qué puesto depende'],
  ['positions would report to each other in a circle', 'unos puestos dependerían de otros en círculo'],
  ['the position it reports to does not exist on {}', 'el puesto del que depende no existe el {}'],
  ['they already hold this position in that time', 'esa persona ya ocupa este puesto en ese tiempo'],
  [
    'somebody already acts here in that time; end that first',
    'alguien ya lo ocupa interinamente en ese tiempo; termine eso primero',
  ],
  [
    'somebody already holds this desk in that time; end that first',
    'alguien ya ocupa este puesto en ese tiempo; termine eso primero',
  ],

  // The file of a roster.
  ['nothing was imported', 'no se importó nada'],
  ['{}, the supervisor, has no position', '{}, que figura como superior, no tiene puesto'],
  [
    'the badge is {} and the e-mail address {}',
    'el número de placa y el correo electrónico son de dos personas distintas',
  ],
  ['stands before the first day', 'es anterior al primer día'],
  ['a supervisor is named, and no position', 'se nombra un superior, pero ningún puesto'],
  [
    'the badge or e-mail address is {}; {}',
    'el número de placa o el correo electrónico ya es de otro nombre; si es la misma persona, cambie primero el nombre en su página',
  ],
  [
    'a quotation mark is open or stands where none belongs',
    'una comilla quedó abierta o está donde no corresponde',
  ],
  ['the file is empty', 'el archivo está vacío'],
  ['is no column of a roster; these are: {}', 'no es una columna de la lista de miembros; son: {}'],
  ['this column is missing', 'falta esta columna'],
  ['a column stands there twice', 'una columna está dos veces'],
  ['“{}” is not one of {}', '«{}» no es ninguno de: {}'],
  [
    '“{}” is no date; write 2026-11-21 or 11/21/2026',
    '«{}» no es una fecha; escriba 2026-11-21 o 11/21/2026 (primero el mes)',
  ],
  ['“{}” is no e-mail address', '«{}» no es una dirección de correo electrónico'],
  [
    'nobody has the badge or e-mail address “{}”',
    'nadie tiene el número de placa o el correo electrónico «{}»',
  ],
  [
    "is missing; line {} is the chief's, who alone has none",
    'falta; la línea {} es la del Jefe, el único que no lo tiene',
  ],
  ['they would stand above themselves', 'esa persona sería superior de sí misma'],

  // Requests and permissions.
  [
    'say what the permission is for: one of the order’s matters',
    'diga para qué es el permiso: una de las materias de la orden',
  ],
  ['colleagues: there is no member {}', 'colegas: no hay ningún miembro {}'],
  ['you added no picture {}...', 'usted no añadió ninguna imagen {}...'],
  ['an act is judged by its day; say when it is', 'un acto se juzga por su día; diga cuándo es'],
  ['your own permission is withdrawn, not revoked', 'a un permiso propio se renuncia; no se revoca'],
  [
    'what colleagues permitted is revoked by one of them',
    'lo que permitieron colegas lo revoca uno de ellos',
  ],
  ['a permission is revoked by whoever may give it', 'un permiso lo revoca quien puede darlo'],
  [
    'it is revoked already, from {} on, and is not withdrawn besides',
    'ya está revocado desde el {}, y además no se renuncia a él',
  ],
  [
    'an advance opinion is given on exact words or pictures; add them',
    'una opinión previa se da sobre palabras o imágenes exactas; añádalas',
  ],
  [
    'say exactly what is asked for: the words, a picture, a page, a device, or what it is to cover',
    'diga exactamente qué se pide: las palabras, una imagen, una página, un aparato o lo que debe abarcar',
  ],
  ['give the address of the page', 'indique la dirección de la página'],
  ['say which device it is', 'diga qué aparato es'],
  ['the period ends on {}, before it begins on {}', 'el periodo termina el {}, antes de empezar el {}'],
  [
    'the period ended on {}, and nothing is permitted for the past',
    'el periodo terminó el {}, y nada se permite para el pasado',
  ],
  [
    'a permission that no exact words bind needs a last day',
    'un permiso que no está ligado a palabras exactas necesita un último día',
  ],
  [
    'nobody consents to their own request; leave yourself out',
    'nadie consiente su propia solicitud; quite su nombre',
  ],
  ['name every colleague who is depicted or told of', 'nombre a cada colega que aparece o de quien se habla'],
  [
    'everybody whose consent is asked for still serves',
    'todas las personas cuyo consentimiento se pide siguen en servicio',
  ],
  ['{}please say why, the author will read it', 'diga por qué; lo leerá quien hizo la solicitud'],
  [
    '{}please name the provision of the order that it rests on',
    'indique la disposición de la orden en que se apoya',
  ],
  [
    'you hear appeals yourself, and nobody else is named to hear yours',
    'usted mismo resuelve las apelaciones, y no hay nadie nombrado para resolver la suya',
  ],
  [
    'it lay already with whoever hears appeals; no other appeal is named',
    'ya estuvo con quien resuelve las apelaciones; no hay otra apelación prevista',
  ],
  ['send the picture itself, as {}', 'envíe la propia imagen, como {}'],
  [
    'the department added {} MB of pictures within a day; try again tomorrow',
    'el departamento añadió {} MB de imágenes en un día; inténtelo de nuevo mañana',
  ],
  ['it was {} meanwhile by {}', 'entretanto cambió de estado; vuelva a mirarlo'],
  [
    'letters cannot be set on this machine (Typst is not made for it); the decision itself stands in the ledger',
    'en este equipo no se pueden componer cartas (Typst no existe para él); la decisión consta en el registro',
  ],
]
