import { verify, X509Certificate } from 'node:crypto'
import { rootCertificates } from 'node:tls'
import { z } from 'zod'

/** What a WACZ says of its signature, as WACZ Auth 0.1.0 has it: signed by the certificate of a domain. */
export const signedSchema = z.object({
  hash: z.string(),
  created: z.string(),
  signature: z.string(),
  domain: z.string().optional(),
  domainCert: z.string().optional(),
  publicKey: z.string().optional(),
})

/**
 * Why a signature does not hold; undefined where it does. It holds when the domain's certificate signed that hash, was in
 * force when it says it did, and was issued by somebody whom Node trusts.
 */
export function whyUnsigned({
  hash,
  created,
  signature,
  domain,
  domainCert,
}: z.infer<typeof signedSchema>): string | undefined {
  if (domain === undefined || domainCert === undefined) return 'it is signed by a key that nobody vouches for'
  const chain = certificatesIn(domainCert)
  const [own] = chain
  if (!own) return 'its certificate cannot be read'
  if (!verify('sha256', Buffer.from(hash), own.publicKey, Buffer.from(signature, 'base64')))
    return `it was not signed by the certificate of ${domain}`
  if (own.checkHost(domain) === undefined) return `its certificate is not one of ${domain}`
  const at = Date.parse(created)
  for (const [place, one] of chain.entries()) {
    if (!(Date.parse(one.validFrom) <= at && at <= Date.parse(one.validTo)))
      return `a certificate of ${domain} was not in force on ${created}`
    if (isTrusted(one)) return undefined
    const issuer = chain[place + 1]
    if (!issuer) break
    if (!issues(issuer, one)) return `the certificates of ${domain} are no chain`
  }
  return `nobody whom we trust vouches for the certificate of ${domain}`
}

function certificatesIn(pem: string): X509Certificate[] {
  const parts = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? []
  try {
    return parts.map((part) => new X509Certificate(part))
  } catch {
    return []
  }
}

const issues = (issuer: X509Certificate, one: X509Certificate): boolean =>
  one.checkIssued(issuer) && one.verify(issuer.publicKey)

function isTrusted(one: X509Certificate): boolean {
  return rootCertificates.some((pem) => issues(new X509Certificate(pem), one))
}
