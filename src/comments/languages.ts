/** Which language a text is in, ISO 639-1; null where it is too short or too mixed to say. */
export type LanguageOf = (text: string) => string | null

let ready: Promise<LanguageOf> | undefined

/** Loads the languages once (two megabytes), when the first comment is captured. */
export function languages(): Promise<LanguageOf> {
  ready ??= load()
  return ready
}

async function load(): Promise<LanguageOf> {
  const { eld } = await import('eld/medium')
  return (text) => {
    const found = eld.detect(text)
    return found.language !== '' && found.isReliable() ? found.language : null
  }
}
