import { oneOf, type Pick } from './drill.ts'

/** Addresses that nobody outside may make us call: our own machine and network, and what a cloud tells its machines. */
const inner = ['127.0.0.1', '127.0.0.1', '0.0.0.0', '127.8.9.10', '10.0.0.7', '172.16.5.4', '192.168.1.1']
  .concat(['169.254.169.254', '100.64.0.9', '100.100.100.200', '198.18.0.3', '224.0.0.1', '255.255.255.255'])
  .concat(['192.0.2.4', '240.1.2.3', '192.0.0.8', '203.0.113.9', '198.51.100.77', '192.88.99.1'])
const inner6 = [
  '::1',
  '::',
  '0:0:0:0:0:0:0:1',
  'fe80::1',
  'fd00:ec2::254',
  'fc00::9',
  'ff02::1',
  '2001:db8::4',
].concat(['2001::7f00:1', 'fec0::1', '100::1', '5f00::1', '3fff::2', '2001:2::1', '4000::1', '1::1'])

/** What a name resolves to, in turn: some answer otherwise the second time. */
export const names: { readonly [name: string]: readonly (readonly string[])[] } = {
  'loopback.example': [['127.0.0.1']],
  'six.example': [['::1']],
  'mapped.example': [['::ffff:127.0.0.1']],
  'private.example': [['10.1.2.3']],
  'metadata.google.internal': [['169.254.169.254']],
  'two.example': [['93.184.216.34', '127.0.0.1']],
  'both.example': [['2606:4700::1111', '::1']],
  'zero.example': [['0.0.0.0']],
  'shared.example': [['100.64.0.1']],
  'nat64.example': [['64:ff9b::7f00:1']],
  'sixtofour.example': [['2002:7f00:1::1']],
  'nowhere.example': [['no address']],
  // IANA has given 2d00::/8 to nobody: the first connection goes nowhere, the second finds another answer.
  'rebinding.example': [['2d00::1'], ['127.0.0.1']],
}

const hex = (n: number): string => `0x${n.toString(16)}`
const octal = (n: number): string => `0${n.toString(8)}`

/** Ways in which one IPv4 address is written, all of which a URL understands. */
export function spellings(address: string): string[] {
  const parts = address.split('.').map(Number)
  const [a = 0, b = 0, c = 0, d = 0] = parts
  const whole = ((a * 256 + b) * 256 + c) * 256 + d
  const wide = address.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
  return [
    address,
    `${address}.`,
    String(whole),
    hex(whole),
    octal(whole),
    parts.map(hex).join('.'),
    parts.map(octal).join('.'),
    `${hex(a)}.${octal(b)}.${c}.${d}`,
    `${a}.${(b * 256 + c) * 256 + d}`,
    `${a}.${b}.${c * 256 + d}`,
    wide,
    address.replaceAll('.', '。'),
    encodeURIComponent(address).replaceAll('.', '%2e'),
    Array.from(address, (letter) => `%${(letter.codePointAt(0) ?? 0).toString(16)}`).join(''),
    parts.map((part) => `000${octal(part)}`).join('.'),
    `[::ffff:${address}]`,
    `[::ffff:${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}]`,
    `[::${address}]`,
    `[64:ff9b::${address}]`,
    `[64:ff9b:1::${address}]`,
    `[2002:${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}::]`,
    `[::ffff:0:${address}]`,
  ]
}

/** URLs that are none of the web, or hide where they go. `port` is the sink's. */
function tricks(port: number): string[] {
  const sink = `127.0.0.1:${port}`
  return [
    `http://example.com@${sink}/`,
    `http://example.com:80@${sink}/`,
    `https://user:word@${sink}/`,
    `http://${sink}#@example.com/`,
    `http://${sink}?@example.com/`,
    `http://${sink}\\@example.com/`,
    `http:\\\\${sink}\\`,
    `http:/${sink}/`,
    `http:${sink}/`,
    `http:///${sink}/`,
    ` http://${sink}/`,
    `ht\ntp://${sink}/`,
    `http://127.0.\t0.1:${port}/`,
    `HTTP://${sink}/`,
    `//${sink}/`,
    `${sink}/`,
    `ws://${sink}/`,
    `wss://${sink}/`,
    `ftp://${sink}/`,
    `gopher://${sink}/_GET`,
    `dict://${sink}/d`,
    `ldap://${sink}/`,
    `tftp://${sink}/`,
    `file:///etc/passwd`,
    `file://localhost/etc/passwd`,
    `file://${sink}/etc/passwd`,
    `data:text/html,<script>fetch("http://${sink}/")</script>`,
    `blob:http://${sink}/1`,
    `javascript:fetch("http://${sink}/")`,
    `about:blank`,
    `unix:/var/run/docker.sock:/info`,
    `http+unix://%2Fvar%2Frun%2Fdocker.sock/info`,
    `http://unix:/var/run/docker.sock:/info`,
    `jar:http://${sink}!/`,
    `view-source:http://${sink}/`,
    `https://${sink}:443:${port}/`,
    `https://example.com:${port}/`,
    `https://example.com:22/`,
    `http://example.com/`,
    `http://[::1%25lo]:${port}/`,
    `http://[::1%lo]:${port}/`,
    '',
    'not a url',
    `http://`,
    `http://:${port}/`,
    `https://\u0000${sink}/`,
  ]
}

/** A host at the sink's port, by http and https, and at the port that https is known by. */
function urlsOf(host: string, port: number): string[] {
  return [`http://${host}:${port}/x`, `https://${host}:${port}/x`, `https://${host}/x`]
}

/** Every form that is tried each time. */
export function fixedForms(port: number): string[] {
  const hosts = [
    ...spellings('127.0.0.1'),
    ...spellings('169.254.169.254'),
    ...inner6.map((address) => `[${address}]`),
    'localhost',
    'LOCALHOST',
    'localhost.',
    'sub.localhost',
    'localhost.localdomain',
    'ip6-localhost',
    ...Object.keys(names).filter((name) => name !== 'rebinding.example'),
  ]
  return [...hosts.flatMap((host) => urlsOf(host, port)), ...tricks(port)]
}

/** Another form, by chance. */
export function someForm(pick: Pick, port: number): string {
  const address = oneOf(pick, inner)
  return oneOf(pick, urlsOf(oneOf(pick, spellings(address)), port))
}
