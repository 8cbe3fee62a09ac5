import { closed, inBoth } from '../words/words.ts'

export const invitationWords = inBoth(
  {
    title: 'Welcome',
    hello: (name: string) => `This invitation is for ${name}.`,
    lead: 'Choose how you will sign in. Nobody but you will know it, your administrator included.',
    until: (when: string) => `The invitation is good until ${when}.`,
    passkey: {
      title: 'With a passkey',
      lead: 'The fingerprint, face or PIN of this device, or a security key. The simplest and the safest.',
      label: 'A name for it',
      labelHint: 'For example: my phone',
      go: 'Make a passkey',
    },
    password: {
      title: 'With a password and an authenticator app',
      lead: 'An authenticator app on your phone shows a new code every half minute.',
      begin: 'Begin',
      label: 'Password',
      hint: 'At least 12 characters. Several words are easier to remember than signs.',
      go: 'Set it up',
    },
    done: {
      title: 'You are signed in',
      go: 'To what waits for me',
    },
  },
  {
    title: 'Bienvenida',
    hello: (name: string) => `Esta invitación es para ${name}.`,
    lead: 'Elija cómo va a entrar. Nadie más que usted lo sabrá, tampoco su administrador.',
    until: (when: string) => closed(`La invitación sirve hasta el ${when}`),
    passkey: {
      title: 'Con una llave de acceso',
      lead: 'La huella, la cara o el PIN de este dispositivo, o una llave de seguridad. Lo más sencillo y lo más seguro.',
      label: 'Un nombre para ella',
      labelHint: 'Por ejemplo: mi teléfono',
      go: 'Crear una llave de acceso',
    },
    password: {
      title: 'Con una contraseña y una aplicación de autenticación',
      lead: 'Una aplicación de autenticación en su teléfono muestra un código nuevo cada medio minuto.',
      begin: 'Empezar',
      label: 'Contraseña',
      hint: 'Al menos 12 caracteres. Varias palabras se recuerdan mejor que los signos.',
      go: 'Configurarlo',
    },
    done: {
      title: 'Ha entrado',
      go: 'A lo que me espera',
    },
  },
)
