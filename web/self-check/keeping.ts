import type { Draft } from './draft.ts'

// A draft is stored only when its writer asks for it, on this device and nowhere else; pictures go with it, which is
// why it is IndexedDB.
const name = 'decorum-self-check'
const store = 'draft'

export interface Kept {
  draft: Draft
  /** When, ISO 8601. */
  at: string
}

export async function keep(kept: Kept): Promise<void> {
  await inStore('readwrite', (drafts) => drafts.put(kept, 'only'))
}

export async function findKept(): Promise<Kept | undefined> {
  // Nobody who never kept anything gets a database.
  if (!(await indexedDB.databases()).some((one) => one.name === name)) return undefined
  return await inStore<Kept | undefined>('readonly', (drafts) => drafts.get('only'))
}

/** Erases what was kept, and the database with it. */
export function forget(): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.deleteDatabase(name)
    asked.addEventListener('success', () => resolve())
    asked.addEventListener('error', () => reject(asked.error ?? new Error('the browser did not erase it')))
  })
}

function inStore<T>(mode: IDBTransactionMode, work: (drafts: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = (error: DOMException | null): void =>
      reject(error ?? new Error('the browser did not keep it'))
    const opened = indexedDB.open(name, 1)
    opened.addEventListener('upgradeneeded', () => opened.result.createObjectStore(store))
    opened.addEventListener('error', () => fail(opened.error))
    opened.addEventListener('success', () => {
      const transaction = opened.result.transaction(store, mode)
      const asked = work(transaction.objectStore(store))
      transaction.addEventListener('complete', () => {
        opened.result.close()
        resolve(asked.result)
      })
      transaction.addEventListener('abort', () => fail(transaction.error))
    })
  })
}
