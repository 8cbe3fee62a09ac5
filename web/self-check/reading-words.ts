import { ocrFolder } from '../offline/ocr-files.ts'

/** Larger pictures are read from a smaller copy: letters that people can read survive it. */
const widest = 2_000

/**
 * Reads the words in a picture, on this device: the reader, its core and its language come from our own address, and the
 * picture goes nowhere. `onProgress` is told from 0 to 1. Throws where the browser cannot open the picture.
 */
export function readWords(picture: File, onProgress: (part: number) => void): Promise<string> {
  const words = last.then(() => read(picture, onProgress))
  last = words.catch(() => undefined)
  return words
}

/** One picture at a time: each reader takes a core and a hundred megabytes. */
let last: Promise<unknown> = Promise.resolve()

async function read(picture: File, onProgress: (part: number) => void): Promise<string> {
  const { createWorker, OEM } = await import('tesseract.js')
  const folder = `${location.origin}/${ocrFolder}`
  const worker = await createWorker('eng', OEM.LSTM_ONLY, {
    workerPath: `${folder}/worker.min.js`,
    corePath: `${folder}/tesseract-core-simd-lstm.js`,
    langPath: folder,
    // A worker of a blob would have no headers of its own, and no service worker to serve it without a network.
    workerBlobURL: false,
    cacheMethod: 'none',
    gzip: true,
    logger: ({ status, progress }) => {
      if (status === 'recognizing text') onProgress(progress)
    },
    errorHandler: () => {},
  })
  try {
    const { data } = await worker.recognize(await smaller(picture))
    return data.text.trim()
  } finally {
    await worker.terminate()
  }
}

async function smaller(picture: File): Promise<Blob> {
  const bitmap = await createImageBitmap(picture)
  const scale = Math.min(1, widest / Math.max(bitmap.width, bitmap.height))
  const canvas = new OffscreenCanvas(Math.ceil(bitmap.width * scale), Math.ceil(bitmap.height * scale))
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return await canvas.convertToBlob({ type: 'image/png' })
}
