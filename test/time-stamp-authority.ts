import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A time-stamp authority on loopback, run by openssl, with a certificate of its own making. */
export interface TimeStampAuthority {
  url: string
  /** `host:port` */
  host: string
  /** The certificate that vouches for it, DER and as a file of PEM. */
  root: Uint8Array
  rootFile: string
  folder: string
  /** From here on it answers with stamps of something else. */
  lie: () => void
  stop: () => Promise<void>
}

const settings = `[tsa]
default_tsa=t
[t]
serial=./serial
signer_cert=./tsa.pem
certs=./ca.pem
signer_key=./tsa.key
signer_digest=sha256
default_policy=1.3.6.1.4.1.99999.1
digests=sha256
accuracy=secs:1
ordering=yes
tsa_name=yes
ess_cert_id_chain=no
ess_cert_id_alg=sha256
`

export async function startAuthority(): Promise<TimeStampAuthority> {
  const folder = mkdtempSync(join(tmpdir(), 'decorum-tsa-'))
  const openssl = (...args: string[]): void =>
    void execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
  writeFileSync(join(folder, 'tsa.cnf'), settings)
  writeFileSync(join(folder, 'serial'), '01\n')
  const may = 'keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n'
  writeFileSync(join(folder, 'may.cnf'), may)
  const key = ['-newkey', 'rsa:2048', '-nodes']
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-days',
    '30',
    '-subj',
    '/CN=Test root',
  )
  openssl('req', ...key, '-keyout', 'tsa.key', '-out', 'tsa.csr', '-subj', '/CN=Test time stamps')
  const signing = [
    '-CA',
    'ca.pem',
    '-CAkey',
    'ca.key',
    '-CAcreateserial',
    '-days',
    '30',
    '-extfile',
    'may.cnf',
  ]
  openssl('x509', '-req', '-in', 'tsa.csr', '-out', 'tsa.pem', ...signing)
  openssl('x509', '-in', 'ca.pem', '-outform', 'DER', '-out', 'ca.der')
  let isLying = false
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      writeFileSync(join(folder, 'query.tsq'), Buffer.concat(parts))
      if (isLying) {
        writeFileSync(join(folder, 'other.txt'), 'other words')
        openssl('ts', '-query', '-data', 'other.txt', '-sha256', '-cert', '-out', 'query.tsq')
      }
      openssl(
        'ts',
        '-reply',
        '-config',
        'tsa.cnf',
        '-section',
        't',
        '-queryfile',
        'query.tsq',
        '-out',
        'reply.tsr',
      )
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' })
      response.end(readFileSync(join(folder, 'reply.tsr')))
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    host: `127.0.0.1:${address.port}`,
    root: readFileSync(join(folder, 'ca.der')),
    rootFile: join(folder, 'ca.pem'),
    folder,
    lie: () => {
      isLying = true
    },
    stop: async () => {
      await new Promise((resolve) => server.close(resolve))
      rmSync(folder, { recursive: true })
    },
  }
}
