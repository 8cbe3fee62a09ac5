import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import type { StampSays } from './verify.ts'

/** Time stamps of RFC 3161: asked for, and checked. Runs in Node and in a browser. */

const sha256Oid = '2.16.840.1.101.3.4.2.1'

/** The digest that a stamp is of, and the question that is sent to the authority. */
export async function stampQuery(bytes: Uint8Array, nonce: Uint8Array): Promise<Uint8Array> {
  const digest = await crypto.subtle.digest('SHA-256', ownBuffer(bytes))
  const query = new pkijs.TimeStampReq({
    version: 1,
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({
        algorithmId: sha256Oid,
        algorithmParams: new asn1js.Null(),
      }),
      hashedMessage: new asn1js.OctetString({ valueHex: digest }),
    }),
    nonce: new asn1js.Integer({ valueHex: ownBuffer(nonce) }),
    // With its certificate the stamp can be checked when the authority is long gone.
    certReq: true,
  })
  return new Uint8Array(query.toSchema().toBER(false))
}

/** Was the answer to this question granted, and with its nonce? */
export function isAnswer(answer: Uint8Array, nonce: Uint8Array): boolean {
  const token = tokenIn(answer)
  const echoed = token?.info.nonce?.valueBlock.valueHexView
  return echoed !== undefined && hexOf(echoed) === hexOf(nonce)
}

/**
 * Checks a stamp: that it is of these bytes, and that its signature holds under the certificate that came with it, whose
 * holder may sign stamps. With certificates that are trusted, that one of them vouches for it, as of the time it tells.
 */
export async function checkStamp(
  stamp: Uint8Array,
  stamped: Uint8Array,
  trusted: readonly Uint8Array[] = [],
): Promise<StampSays> {
  try {
    const token = tokenIn(stamp)
    if (token === undefined) return { ok: false }
    const { signed, info } = token
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', ownBuffer(stamped)))
    const { hashAlgorithm, hashedMessage } = info.messageImprint
    if (hashAlgorithm.algorithmId !== sha256Oid) return { ok: false }
    if (hexOf(hashedMessage.valueBlock.valueHexView) !== hexOf(digest)) return { ok: false }
    const result = await signed.verify({
      signer: 0,
      data: ownBuffer(stamped),
      trustedCerts: trusted.map((one) => pkijs.Certificate.fromBER(ownBuffer(one))),
      checkChain: trusted.length > 0,
      checkDate: info.genTime,
      extendedMode: true,
    })
    const signer = result.signerCertificate ?? undefined
    if (result.signatureVerified !== true || signer === undefined || !maySignStamps(signer))
      return { ok: false }
    return { ok: true, at: info.genTime.toISOString(), by: nameOf(signer), isTrusted: trusted.length > 0 }
  } catch {
    // What is no stamp at all, and a chain that does not hold, end here.
    return { ok: false }
  }
}

function tokenIn(answer: Uint8Array): { signed: pkijs.SignedData; info: pkijs.TSTInfo } | undefined {
  const response = pkijs.TimeStampResp.fromBER(ownBuffer(answer))
  // Granted, or granted with changes that the token tells.
  const { granted, grantedWithMods } = pkijs.PKIStatus
  const { status } = response.status
  if ((status !== granted && status !== grantedWithMods) || response.timeStampToken === undefined)
    return undefined
  const signed = new pkijs.SignedData({ schema: response.timeStampToken.content })
  const content = signed.encapContentInfo.eContent?.getValue()
  return content === undefined ? undefined : { signed, info: pkijs.TSTInfo.fromBER(content) }
}

/** RFC 3161, 2.3: a certificate made for time stamps says so. */
function maySignStamps(certificate: pkijs.Certificate): boolean {
  const usage = certificate.extensions?.find(({ extnID }) => extnID === '2.5.29.37')?.parsedValue
  return usage instanceof pkijs.ExtKeyUsage && usage.keyPurposes.includes('1.3.6.1.5.5.7.3.8')
}

function nameOf({ subject }: pkijs.Certificate): string {
  const named = subject.typesAndValues.find(({ type }) => type === '2.5.4.3') ?? subject.typesAndValues[0]
  return named === undefined ? '' : named.value.valueBlock.value
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    // An INTEGER may stand with a zero before it.
    .replace(/^(?:00)+/, '')

function ownBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}
