import { send } from './api.ts'

interface Answered {
  ticket: string
  response: Record<string, unknown>
}

/** Shows a passkey to the server: fetches what to sign from the address, and lets the device sign it. */
export async function provedByPasskey(optionsPath: string): Promise<Answered> {
  const { ticket, options } = await send<{ ticket: string; options: PublicKeyCredentialRequestOptionsJSON }>(
    'POST',
    optionsPath,
  )
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
  return { ticket, response: jsonOf(await navigator.credentials.get({ publicKey })) }
}

/** Makes a new passkey on the device, as the server at the address asks for it. */
export async function newPasskey(optionsPath: string): Promise<Answered> {
  const { ticket, options } = await send<{ ticket: string; options: PublicKeyCredentialCreationOptionsJSON }>(
    'POST',
    optionsPath,
  )
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
  return { ticket, response: jsonOf(await navigator.credentials.create({ publicKey })) }
}

export const hasPasskeys = (): boolean => 'PublicKeyCredential' in globalThis

function jsonOf(credential: Credential | null): Record<string, unknown> {
  if (!(credential instanceof PublicKeyCredential)) throw new Error('the device gave no passkey')
  return { ...credential.toJSON() }
}
