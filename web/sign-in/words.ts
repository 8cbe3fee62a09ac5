import { inBoth } from '../words/words.ts'

export const signInWords = inBoth(
  {
    title: 'Sign in',
    ended: {
      idle: 'You were signed out after 30 minutes without a sign of you. Nothing was lost.',
      age: 'You were signed out: a session lasts 12 hours.',
      elsewhere: 'Your session was ended from another place.',
    },
    passkey: {
      title: 'With a passkey',
      lead: 'The fingerprint, face or PIN of this device, or a security key.',
      go: 'Sign in with a passkey',
    },
    password: {
      title: 'With a password',
      email: 'E-mail address',
      password: 'Password',
      go: 'Go on',
      lost: 'Lost it, or locked out? Your administrator gives you a new invitation.',
    },
    code: {
      title: 'The second step',
      lead: 'Open your authenticator app and type the six digits that it shows.',
      label: 'Code',
      go: 'Sign in',
      lost: 'I do not have my authenticator app',
      back: 'Start over',
    },
    recovery: {
      lead: 'Type one of the recovery codes that you were given. Each works once.',
      label: 'Recovery code',
      have: 'I do have my authenticator app',
    },
    oidc: (name: string) => `Sign in with ${name}`,
    oidcFailed: {
      unknown: 'You signed in there, but nobody on the roster has that address. Ask your administrator.',
      other: 'That sign-in did not work. Try it again, or sign in another way.',
    },
    demo: {
      title: 'Look around as somebody',
      lead: 'Everybody here is invented. Choose whose eyes to look through.',
      as: (name: string) => `Sign in as ${name}`,
      others: (count: number) => `All others (${count})`,
      public: 'What residents see',
      publicLead:
        'The public site of the department, and the networks on which it has pages. They are made up and stand on this machine; there you may write as a resident.',
      site: 'The public site',
    },
    visitor: {
      title: 'Not a member?',
      lead: 'Two things here are open to everybody.',
      check: 'Check a post before it is posted',
      ledger: 'See the ledger',
    },
  },
  {
    title: 'Entrar',
    ended: {
      idle: 'Se cerró su sesión tras 30 minutos sin actividad. No se ha perdido nada.',
      age: 'Se cerró su sesión: una sesión dura 12 horas.',
      elsewhere: 'Su sesión se terminó desde otro lugar.',
    },
    passkey: {
      title: 'Con una llave de acceso',
      lead: 'La huella, la cara o el PIN de este dispositivo, o una llave de seguridad.',
      go: 'Entrar con una llave de acceso',
    },
    password: {
      title: 'Con una contraseña',
      email: 'Correo electrónico',
      password: 'Contraseña',
      go: 'Seguir',
      lost: '¿La perdió, o quedó bloqueado su acceso? Su administrador le da una invitación nueva.',
    },
    code: {
      title: 'El segundo paso',
      lead: 'Abra su aplicación de autenticación y escriba los seis dígitos que muestra.',
      label: 'Código',
      go: 'Entrar',
      lost: 'No tengo mi aplicación de autenticación',
      back: 'Empezar de nuevo',
    },
    recovery: {
      lead: 'Escriba uno de los códigos de recuperación que se le dieron. Cada uno sirve una vez.',
      label: 'Código de recuperación',
      have: 'Sí tengo mi aplicación de autenticación',
    },
    oidc: (name: string) => `Entrar con ${name}`,
    oidcFailed: {
      unknown: 'Entró allí, pero nadie en la plantilla tiene esa dirección. Pregunte a su administrador.',
      other: 'Esa forma de entrar no ha funcionado. Inténtelo de nuevo o entre de otra manera.',
    },
    demo: {
      title: 'Mirar como alguien',
      lead: 'Aquí todos son inventados. Elija con los ojos de quién quiere mirar.',
      as: (name: string) => `Entrar como ${name}`,
      others: (count: number) => `Los demás (${count})`,
      public: 'Lo que ven los vecinos',
      publicLead:
        'El sitio público del departamento y las redes en las que tiene páginas. Son inventadas y están en esta máquina; allí puede escribir como vecino.',
      site: 'El sitio público',
    },
    visitor: {
      title: '¿No es miembro?',
      lead: 'Dos cosas aquí están abiertas a todos.',
      check: 'Revisar un texto antes de publicarlo',
      ledger: 'Ver el registro',
    },
  },
)
