import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** An authenticator made of software: one ES256 key that a person holds and unlocks. */
export interface SoftPasskey {
  /** What `navigator.credentials.create` gives. */
  create: (challenge: string) => { [key: string]: unknown }
  /** What `navigator.credentials.get` gives. `unlocked: false` is a touch without a PIN. */
  get: (
    challenge: string,
    how?: { unlocked?: boolean; origin?: string; counter?: number },
  ) => { [key: string]: unknown }
}

const sha = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest()
const client = (type: string, challenge: string, origin: string): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
const text = (bytes: Buffer): string => bytes.toString('base64url')

export function softPasskey(host: string, origin: string): SoftPasskey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  let counter = 0
  const common = { id: text(id), rawId: text(id), type: 'public-key', clientExtensionResults: {} }
  /** Present 0x01, verified 0x04, with key 0x40. */
  const dataOf = (flags: number, count: number): Buffer => {
    const head = Buffer.alloc(5)
    head.writeUInt8(flags, 0)
    head.writeUInt32BE(count, 1)
    return Buffer.concat([sha(host), head])
  }
  return {
    create: (challenge) => {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      // COSE: kty 2 (EC2), alg -7 (ES256), crv 1 (P-256), x, y.
      const key = Buffer.concat([
        Buffer.from('a5010203262001215820', 'hex'),
        Buffer.from(x, 'base64url'),
        Buffer.from('225820', 'hex'),
        Buffer.from(y, 'base64url'),
      ])
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key])
      const data = Buffer.concat([dataOf(0x45, 0), attested])
      const size = Buffer.from([0x58, data.length])
      // CBOR: { fmt: "none", attStmt: {}, authData: bytes }
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        cborText('fmt'),
        cborText('none'),
        cborText('attStmt'),
        Buffer.from([0xa0]),
        cborText('authData'),
        size,
        data,
      ])
      const response = {
        clientDataJSON: text(client('webauthn.create', challenge, origin)),
        attestationObject: text(attestation),
        transports: ['internal', 'carrier-pigeon'],
      }
      return { ...common, response }
    },
    get: (challenge, how = {}) => {
      counter = how.counter ?? counter + 1
      const data = dataOf(how.unlocked === false ? 0x01 : 0x05, counter)
      const said = client('webauthn.get', challenge, how.origin ?? origin)
      const signature = sign('sha256', Buffer.concat([data, sha(said)]), privateKey)
      const response = {
        clientDataJSON: text(said),
        authenticatorData: text(data),
        signature: text(signature),
      }
      return { ...common, response }
    },
  }
}

function cborText(word: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)])
}
