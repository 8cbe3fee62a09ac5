import type { NetworkName } from './networks/network.ts'

/** What Decorum's key may do on each network, and how one is made that may do no more. */
export const scopes = {
  site: {
    en: 'The department’s own site needs no key: Decorum shows what was approved.',
    es: 'El sitio propio del departamento no necesita clave: Decorum muestra lo que fue aprobado.',
  },
  bluesky: {
    en: 'Make an app password (Settings, Privacy and security, App passwords) and leave direct messages unticked. It can post, reply, delete and hide replies; it cannot change the password, the e-mail address or delete the account.',
    es: 'Cree una contraseña de aplicación (Ajustes, Privacidad y seguridad, Contraseñas de aplicación) y no permita los mensajes directos. Puede publicar, responder, borrar y ocultar respuestas; no puede cambiar la contraseña ni el correo, ni borrar la cuenta.',
  },
  mastodon: {
    en: 'Make an application (Preferences, Development) with read:accounts, read:statuses, write:statuses and write:media only, and give its access token. It cannot follow, message or change the account.',
    es: 'Cree una aplicación (Preferencias, Desarrollo) solo con read:accounts, read:statuses, write:statuses y write:media, y dé su token de acceso. No puede seguir, enviar mensajes ni cambiar la cuenta.',
  },
  facebook: {
    en: 'Give a page token with pages_manage_posts, pages_read_engagement and pages_manage_engagement only, made by a system user of the page. It cannot read messages or change who runs the page.',
    es: 'Dé un token de página solo con pages_manage_posts, pages_read_engagement y pages_manage_engagement, creado por un usuario del sistema de la página. No puede leer mensajes ni cambiar quién la administra.',
  },
  x: {
    en: 'Give a user token with tweet.read, tweet.write, tweet.moderate.write, users.read, media.write and offline.access only. It cannot read or send direct messages.',
    es: 'Dé un token de usuario solo con tweet.read, tweet.write, tweet.moderate.write, users.read, media.write y offline.access. No puede leer ni enviar mensajes directos.',
  },
  instagram: {
    en: 'Give a token of a professional account with instagram_business_basic, instagram_business_content_publish and instagram_business_manage_comments only.',
    es: 'Dé un token de una cuenta profesional solo con instagram_business_basic, instagram_business_content_publish e instagram_business_manage_comments.',
  },
  youtube: {
    en: 'Give a token with youtube.upload and youtube.force-ssl of the channel only, with a refresh token. It cannot read the mail or the files of its Google account.',
    es: 'Dé un token solo con youtube.upload y youtube.force-ssl del canal, con token de renovación. No puede leer el correo ni los archivos de la cuenta de Google.',
  },
  nextdoor: {
    en: 'Give the token of the agency account for posting and reading replies. It cannot read the neighbours’ profiles.',
    es: 'Dé el token de la cuenta de la agencia para publicar y leer respuestas. No puede leer los perfiles de los vecinos.',
  },
} as const satisfies Record<NetworkName, { en: string; es: string }>
