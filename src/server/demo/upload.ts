import type { Upload } from './teller.ts'

/** A form with a file, as a browser sends it. */
export async function upload(
  fields: Readonly<Record<string, string | { bytes: Uint8Array; name: string; type: string }>>,
): Promise<Upload> {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.set(field, value)
    else form.set(field, new Blob([Uint8Array.from(value.bytes)], { type: value.type }), value.name)
  }
  const sent = new Response(form)
  return {
    mediaType: sent.headers.get('content-type') ?? '',
    bytes: Buffer.from(await sent.arrayBuffer()),
  }
}
