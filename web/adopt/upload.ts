import { refusedIn, Unreachable } from '../api.ts'

/**
 * Sends a form and tells how much of it has left, from 0 to 1: `fetch` cannot say that. Throws as `send` does, apart
 * from asking again who it is.
 */
export function upload(path: string, form: FormData, onSent: (part: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('Idempotency-Key', crypto.randomUUID())
    request.upload.addEventListener('progress', ({ loaded, total }) => onSent(loaded / total))
    request.upload.addEventListener('load', () => onSent(1))
    request.addEventListener('error', () => reject(new Unreachable()))
    request.addEventListener('load', () => {
      if (request.status < 300) resolve()
      else reject(refusedIn(parsed(request.responseText), request.status))
    })
    request.send(form)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
