/** The captions of a film, WebVTT, in the older SubRip form that Facebook and X take. */
export function subRipOf(webVtt: string): string {
  const cues = webVtt
    .replaceAll('\r', '')
    .split(/\n{2,}/)
    .flatMap((block) => {
      const lines = block.split('\n')
      const time = lines.findIndex((line) => line.includes('-->'))
      if (time === -1) return []
      const [from = '', to = ''] = (lines[time] ?? '').split('-->').map((moment) => momentOf(moment))
      const words = lines.slice(time + 1).map((line) => line.replaceAll(/<[^>]*>/g, ''))
      return [`${from} --> ${to}\n${words.join('\n')}`]
    })
  return cues.map((cue, n) => `${n + 1}\n${cue}\n`).join('\n')
}

/** `01:02.500 line:0` as `00:01:02,500`. */
function momentOf(written: string): string {
  const [moment = ''] = written.trim().split(/\s/)
  const withHours = moment.split(':').length === 2 ? `00:${moment}` : moment
  return withHours.replace('.', ',')
}
