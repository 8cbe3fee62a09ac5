import { oneOf, picker } from './drill.ts'

/** What stands before a vector, so that it leaves where it was put: words, attributes, other elements, other formats. */
const contexts = [
  '',
  '">',
  "'>",
  '"><!--',
  '" ',
  "' ",
  '</title>',
  '</textarea>',
  '</style>',
  '</script>',
  '</noscript>',
  '</template>',
  '</select>',
  '</iframe>',
  '</svg>',
  '</td></tr></table>',
  '-->',
  ']]>',
  ']]]]><![CDATA[>',
  '?>',
  '<![CDATA[',
  '</description></item>',
  '</summary></entry>',
  '</areaDesc></area></info>',
  '\\u003c/script\\u003e',
  '"}]}',
  '*/',
  '${',
  '{{',
  '#set text(fill: red); ',
  '\u2028',
  '\u202E',
]

/** What runs a script, once it is markup; `ran(n)` is what is watched for. */
const vectors: readonly ((n: number) => string)[] = [
  (n) => `<script>ran(${n})</script>`,
  (n) => `<script src="data:text/javascript,ran(${n})"></script>`,
  (n) => `<script type=module>ran(${n})</script>`,
  (n) => `<img src=x onerror=ran(${n})>`,
  (n) => `<img src=x onerror="ran(${n})">`,
  (n) => `<image href=x onerror=ran(${n})>`,
  (n) => `<svg onload=ran(${n})>`,
  (n) => `<svg><script>ran(${n})</script></svg>`,
  (n) => `<svg><animate onbegin=ran(${n}) attributeName=x dur=1s>`,
  (n) => `<svg><foreignObject><img src=x onerror=ran(${n})></foreignObject></svg>`,
  (n) => `<svg xmlns="http://www.w3.org/2000/svg" onload="ran(${n})"/>`,
  (n) =>
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=ran(${n})&gt;">`,
  (n) => `<body onload=ran(${n})>`,
  (n) => `<iframe srcdoc="<script>parent.ran(${n})</script>"></iframe>`,
  (n) => `<iframe src="javascript:parent.ran(${n})"></iframe>`,
  (n) => `<object data="javascript:ran(${n})"></object>`,
  (n) => `<embed src="javascript:ran(${n})">`,
  (n) => `<video src=x onerror=ran(${n})></video>`,
  (n) => `<video><source src=x onerror=ran(${n})></video>`,
  (n) => `<audio src=x onerror=ran(${n})></audio>`,
  (n) => `<input autofocus onfocus=ran(${n})>`,
  (n) => `<details open ontoggle=ran(${n})>x</details>`,
  (n) => `<marquee onstart=ran(${n})>x</marquee>`,
  (n) => `<style onload=ran(${n})></style>`,
  (n) => `<link rel=stylesheet href=data:text/css, onload=ran(${n})>`,
  (n) => `<p style="animation:a 1s" onanimationstart=ran(${n})>x</p><style>@keyframes a{}</style>`,
  (n) => `<a href="javascript:ran(${n})">x</a>`,
  (n) => `<a href="java\tscript:ran(${n})">x</a>`,
  (n) => `<form action="javascript:ran(${n})"><button>x</button></form>`,
  (n) => `<meta http-equiv=refresh content="0;url=javascript:ran(${n})">`,
  (n) => `<base href="javascript:ran(${n})//">`,
  (n) => `autofocus onfocus=ran(${n}) x="`,
  (n) => `onmouseover=ran(${n}) style=position:fixed;inset:0 x='`,
  (n) => `javascript:ran(${n})`,
  (n) => `https://x.example/"onmouseover="ran(${n})`,
  (n) => `https://x.example/'><img src=x onerror=ran(${n})>`,
  (n) => `<!DOCTYPE a [<!ENTITY e SYSTEM "javascript:ran(${n})">]>&e;`,
  (n) => `<?xml-stylesheet href="javascript:ran(${n})"?>`,
  (n) => `<x xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="javascript:ran(${n})"/></x>`,
  (n) => `constructor.constructor('ran(${n})')()`,
  (n) => `ran(${n})`,
  (n) => `#eval("ran(${n})") $ #image("javascript:ran(${n})")`,
  (n) => `/OpenAction << /S /JavaScript /JS (ran(${n})) >>`,
]

/** How it is written, so that whoever looks for a sign does not see it. */
const writings: readonly ((payload: string) => string)[] = [
  (payload) => payload,
  (payload) => payload,
  (payload) => payload.replaceAll(/<(\w+)/g, (tag) => tag.toUpperCase()),
  (payload) => payload.replaceAll(/<(\w)/g, '<\n$1'),
  (payload) => payload.replaceAll(/ on(\w+)=/g, '/on$1\t=\n'),
  (payload) => payload.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (payload) => payload.replaceAll('<', '&#60;').replaceAll('"', '&quot;'),
  (payload) => payload.replaceAll('<', '%3C').replaceAll('>', '%3E'),
  (payload) => payload.replaceAll('<', '\u{FF1C}').replaceAll('>', '\u{FF1E}'),
  (payload) => payload.replaceAll('<', '\\x3c'),
  (payload) => payload.replaceAll('<', '<\u0000'),
  (payload) => payload.replaceAll('<', '<<'),
  (payload) => payload.replaceAll('script', 'scr\u0000ipt'),
  (payload) => `${payload}\u{1F693}\uFEFF`,
]

export interface Payload {
  n: number
  words: string
}

/** So many payloads, each another one: first every vector as it is, then contexts, vectors and writings as chance has it. */
export function payloads(count: number, seed: number): Payload[] {
  const pick = picker(seed)
  const seen = new Set<string>()
  const made: Payload[] = []
  while (made.length < count) {
    const n = made.length
    const plain = vectors[n]
    const written = plain
      ? plain(n)
      : oneOf(pick, writings)(`${oneOf(pick, contexts)}${oneOf(pick, vectors)(n)}`)
    const kind = written.replaceAll(String(n), 'n')
    if (seen.has(kind)) continue
    seen.add(kind)
    made.push({ n, words: written })
  }
  return made
}
