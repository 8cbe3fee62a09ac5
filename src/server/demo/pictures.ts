import sharp from 'sharp'

/** Pictures of the demonstration: drawn here, of nobody and of no real place. */
export const pictures = {
  station: {
    alt: 'Drawing: the police station in the morning, its door open, balloons at the rail.',
    svg: `<rect width="1200" height="800" fill="#bfe0f2"/><circle cx="1030" cy="150" r="70" fill="#ffd75e"/>
<rect y="600" width="1200" height="200" fill="#8fb58a"/><rect x="230" y="250" width="740" height="370" fill="#b4674d"/>
<rect x="200" y="215" width="800" height="45" fill="#6f3f30"/><rect x="360" y="290" width="480" height="60" fill="#23395d"/>
<text x="600" y="335" font-family="sans-serif" font-size="42" fill="#fff" text-anchor="middle">RIVERTON POLICE</text>
<rect x="545" y="430" width="110" height="190" fill="#2b2b2b"/><rect x="660" y="430" width="60" height="190" fill="#e8d9b8"/>
${[290, 400, 780, 880].map((x) => `<rect x="${x}" y="410" width="70" height="90" fill="#e9f3f8"/>`).join('')}
<rect x="240" y="590" width="200" height="8" fill="#444"/><path d="M270 590 V500 M330 590 V480 M390 590 V505" stroke="#444" stroke-width="3"/>
<ellipse cx="270" cy="475" rx="26" ry="32" fill="#d8434e"/><ellipse cx="330" cy="452" rx="26" ry="32" fill="#f2b134"/><ellipse cx="390" cy="478" rx="26" ry="32" fill="#3d7ea6"/>
<path d="M480 800 L560 620 H640 L720 800 Z" fill="#d6cbb4"/>`,
  },
  snow: {
    alt: 'Drawing: a car whose windows are all cleared, on a street full of snow.',
    svg: `<rect width="1200" height="800" fill="#d7e3ec"/><rect y="560" width="1200" height="240" fill="#fff"/>
<rect x="60" y="230" width="190" height="330" fill="#9a8c7a"/><rect x="40" y="200" width="230" height="40" fill="#fff"/>
<rect x="950" y="260" width="190" height="300" fill="#7d8ba0"/><rect x="930" y="230" width="230" height="40" fill="#fff"/>
<path d="M330 600 L390 500 Q410 470 450 470 H720 Q760 470 785 500 L850 560 Q920 570 920 620 V660 H300 V620 Z" fill="#31557f"/>
<path d="M430 560 L462 500 H570 V560 Z M600 500 H712 L772 560 H600 Z" fill="#dff0fa"/>
<circle cx="420" cy="660" r="55" fill="#222"/><circle cx="420" cy="660" r="24" fill="#aaa"/><circle cx="800" cy="660" r="55" fill="#222"/><circle cx="800" cy="660" r="24" fill="#aaa"/>
${Array.from({ length: 70 }, (_, n) => `<circle cx="${(n * 397) % 1200}" cy="${(n * 211) % 560}" r="${3 + (n % 4)}" fill="#fff"/>`).join('')}`,
  },
} as const
export type PictureName = keyof typeof pictures

/** A picture as a camera would send it: a JPEG. */
export async function drawn(name: PictureName): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800">${pictures[name].svg}</svg>`
  return await sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer()
}
