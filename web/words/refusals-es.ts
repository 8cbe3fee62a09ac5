/**
 * The server's sentences that people meet most, in Spanish; `{}` stands for what differs. A sentence that is not here is
 * shown in English, and said to be. `test/refusals-es.test.ts` finds the ones that the server no longer says.
 */
export const refusalsInSpanish: readonly (readonly [english: string, spanish: string])[] = [
  // Signing in, and who one is.
  ['please sign in first', 'inicie sesión primero'],
  ['please sign in again', 'inicie sesión de nuevo'],
  [
    'that does not match, or sign-in is locked: after five failed tries only an administrator can release it',
    'no coincide, o el acceso está bloqueado: tras cinco intentos fallidos solo un administrador puede liberarlo',
  ],
  ['please begin again', 'empiece de nuevo'],
  [
    'it was still for thirty minutes and has locked; please sign in again',
    'la sesión estuvo treinta minutos sin uso y se bloqueó; inicie sesión de nuevo',
  ],
  ['twelve hours are over; please sign in again', 'pasaron doce horas; inicie sesión de nuevo'],
  ['this session was ended; please sign in again', 'esta sesión se cerró; inicie sesión de nuevo'],
  [
    'this invitation is used, too old or unknown; ask for a new one',
    'esta invitación ya se usó, venció o no existe; pida otra',
  ],
  ['this invitation was used meanwhile', 'esta invitación se usó entretanto'],
  ['{} no longer serves', '{} ya no presta servicio'],
  ['that took longer than five minutes; please begin again', 'tardó más de cinco minutos; empiece de nuevo'],
  ['this was used already; please begin again', 'esto ya se usó; empiece de nuevo'],
  ['this passkey is not known here', 'esta llave de acceso no se conoce aquí'],
  [
    'the passkey could not be read; please begin again',
    'no se pudo leer la llave de acceso; empiece de nuevo',
  ],
  [
    'this code does not match; is the clock of the phone right?',
    'este código no coincide; ¿está bien la hora del teléfono?',
  ],
  ['it is the last way in; add another first', 'es la última forma de entrar; agregue otra primero'],
  ['use twelve characters or more', 'use doce caracteres o más'],
  [
    'this is among the first that would be tried: a common password, a name, or a run of keys',
    'es de las primeras que alguien probaría: una contraseña común, un nombre o teclas seguidas',
  ],
  [
    'the roster holds no e-mail address of yours, and a password needs one',
    'la lista no tiene su correo electrónico, y una contraseña lo necesita',
  ],
  // What anybody may meet.
  ['this is not for your role', 'esto no corresponde a su función'],
  [
    'this is larger than is taken here: at most {} MB',
    'es más grande de lo que se admite aquí: {} MB como máximo',
  ],
  ['this is larger than is taken here', 'es más grande de lo que se admite aquí'],
  ['too many requests; try again in {}', 'demasiadas solicitudes; intente de nuevo en {}'],
  [
    'there is no room left on the disk, and this was not done; what is there can be read, nothing was lost. Please tell your administrator',
    'no queda espacio en el disco, y esto no se hizo; lo que hay se puede leer y nada se perdió. Avise a quien administra Decorum',
  ],
  [
    'the database does not answer; nothing was lost, try again in a moment',
    'la base de datos no responde; no se perdió nada, intente de nuevo en un momento',
  ],
  [
    'somebody did this at the same moment, and yours was not done; look again',
    'alguien hizo esto en el mismo momento y lo suyo no se hizo; vuelva a mirar',
  ],
  [
    'this is a fault of ours, and it was written down; please tell your administrator the reference',
    'es una falla nuestra y quedó anotada; dé la referencia a su administrador',
  ],
  ['there is no such member', 'no existe ese miembro'],
  [
    'the record of {} was changed meanwhile by {}; look at it again',
    'los datos de {} los cambió entretanto {}; vuelva a mirarlos',
  ],
  ['{} already has {}', '{} ya tiene {}'],
  // Requests and permissions.
  ['there is no such request', 'no existe esa solicitud'],
  ['there is no such permission', 'no existe ese permiso'],
  ['there is no such picture', 'no existe esa imagen'],
  ['these bytes are no PNG, JPEG or WebP picture', 'esto no es una imagen PNG, JPEG ni WebP'],
  ['it was changed meanwhile by {}; it is {} now', 'entretanto la cambió {}; vuelva a mirarla'],
  [
    'what was submitted is not changed: it must be returned first, or withdrawn and asked anew',
    'lo presentado no se cambia: primero debe devolverse, o retírelo y pídalo de nuevo',
  ],
  [
    'what you saw is not what is asked for; look at it again',
    'lo que usted vio no es lo que se pide ahora; vuelva a mirarlo',
  ],
  ['the order that binds here has no provision {}', 'la orden vigente no tiene la disposición {}'],
  ['it is on the desk of the {}', 'está en el escritorio de: {}'],
  ['it is on nobody’s desk', 'no está en el escritorio de nadie'],
  ['it is with counsel', 'está con el asesor legal'],
  ['the appeal is heard by somebody else', 'la apelación la resuelve otra persona'],
  [
    'whoever disapproved a request does not hear its appeal',
    'quien denegó una solicitud no resuelve su apelación',
  ],
  ['your consent is not asked for, or you have answered', 'no se pide su consentimiento, o ya respondió'],
  ['only the author of a request can do that', 'solo puede hacerlo quien presentó la solicitud'],
  [
    'nobody endorses, decides or consents to their own request',
    'nadie respalda, decide ni consiente su propia solicitud',
  ],
  ['a colleague is named twice', 'un colega está nombrado dos veces'],
  ['{} no longer serves; leave them out', '{} ya no presta servicio; déjelo fuera'],
  ['only its holder withdraws a permission', 'solo su titular renuncia a un permiso'],
  ['only its holder asks for a permission anew', 'solo su titular pide de nuevo un permiso'],
  ['a permission cannot be revoked for the past', 'un permiso no se revoca para el pasado'],
  ['the department has adopted no order yet', 'el departamento aún no ha adoptado ninguna orden'],
  [
    'the department has adopted no order yet, so nothing can be permitted',
    'el departamento aún no ha adoptado ninguna orden, así que nada puede permitirse',
  ],
  ['it is not decided, so there is no letter', 'no está decidida, así que no hay carta'],
  [
    'you added {} MB of pictures within a day; try again tomorrow',
    'usted agregó {} MB de imágenes en un día; intente de nuevo mañana',
  ],
  // Reading and acknowledging the order.
  ['no order has been adopted yet', 'aún no se ha adoptado ninguna orden'],
  ['no order is in force here yet', 'aquí aún no hay ninguna orden vigente'],
  ['you have acknowledged this version already', 'usted ya confirmó esta versión'],
  ['you have passed already; acknowledge the order now', 'usted ya aprobó; ahora confirme que leyó la orden'],
  [
    'these are not the questions of your next attempt, or one is unanswered; load them again',
    'estas no son las preguntas de su próximo intento, o falta una respuesta; cárguelas de nuevo',
  ],
  [
    'this is not the version that you read; load it again',
    'esta no es la versión que usted leyó; cárguela de nuevo',
  ],
  [
    'the questions come first; answer them and acknowledge then',
    'primero van las preguntas; respóndalas y confirme después',
  ],
  ['another version has been adopted meanwhile; read that one', 'entretanto se adoptó otra versión; lea esa'],
  ['say for what purpose it is opened', 'diga para qué se abre'],
  // What a post, a notice or a page still lacks.
  ['choose at least one page that it goes to', 'elija al menos una página a la que vaya'],
  ['write what it says', 'escriba lo que dice'],
  [
    'the time at which it was to go out has passed; choose another, or none',
    'la hora a la que iba a salir ya pasó; elija otra, o ninguna',
  ],
  [
    'it would go out more than a year from now; choose an earlier time',
    'saldría dentro de más de un año; elija una hora anterior',
  ],
  ['say what happens, in English and Spanish', 'diga lo que ocurre, en inglés y en español'],
  ['say in words which area it is about', 'diga con palabras de qué zona se trata'],
  ['it ends before it begins', 'termina antes de empezar'],
  ['its end has passed; give a later one', 'su final ya pasó; indique uno posterior'],
  [
    'say what the picture shows, for those who cannot see it',
    'diga lo que muestra la imagen, para quienes no pueden verla',
  ],
  ['give the name of the account on its network', 'indique el nombre de la cuenta en su red'],
  ['give the address of the page, https://…', 'indique la dirección de la página, https://…'],
  ['say what the page is for', 'diga para qué es la página'],
  ['say for whom the page is made', 'diga para quién se hace la página'],
  [
    'give the address of the department’s official site',
    'indique la dirección del sitio oficial del departamento',
  ],
  ['say how the department is reached', 'diga cómo comunicarse con el departamento'],
  [
    '{} of {} who hold the key are named; one may be ill, or leave',
    'hay {} de {} personas con la clave; una puede enfermar o irse',
  ],
]
