/** Drafts in the browser's own store. Every local page can read it: it can be switched off and erased. */

export interface Draft {
  /** Which plan it is a draft of. */
  readonly key: string
  readonly file: string
  /** Empty where nothing is left to be saved; the rest says how far the plan has come. */
  readonly text: string
  /** When it was kept, ISO 8601. */
  readonly time: string
  /** The text that was saved last in this browser, as the save that it was. */
  readonly saved?: { readonly text: string; readonly number: number; readonly time: string }
}

const NAME = 'keikaku'
const DRAFTS = 'drafts'
const SETTINGS = 'settings'

export class DraftStore {
  private constructor(private readonly base: IDBDatabase) {}

  /** Rejects where the browser refuses to store anything. */
  static async open(): Promise<DraftStore> {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(DRAFTS, { keyPath: 'key' })
      request.result.createObjectStore(SETTINGS)
    }
    return new DraftStore(await done(request))
  }

  async list(): Promise<readonly Draft[]> {
    return done(this.store(DRAFTS, 'readonly').getAll() as IDBRequest<Draft[]>)
  }

  async find(key: string): Promise<Draft | undefined> {
    return done(this.store(DRAFTS, 'readonly').get(key) as IDBRequest<Draft | undefined>)
  }

  async put(draft: Draft): Promise<void> {
    await done(this.store(DRAFTS, 'readwrite').put(draft))
  }

  async remove(key: string): Promise<void> {
    await done(this.store(DRAFTS, 'readwrite').delete(key))
  }

  async erase(): Promise<void> {
    await done(this.store(DRAFTS, 'readwrite').clear())
  }

  async isOff(): Promise<boolean> {
    return (await done(this.store(SETTINGS, 'readonly').get('drafts') as IDBRequest<unknown>)) === 'off'
  }

  async switch(to: 'on' | 'off'): Promise<void> {
    await done(this.store(SETTINGS, 'readwrite').put(to, 'drafts'))
  }

  private store(name: string, mode: IDBTransactionMode): IDBObjectStore {
    return this.base.transaction(name, mode).objectStore(name)
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const { transaction } = request
    // What was written is safe when its transaction is; a full disk is told only then.
    if (transaction?.mode === 'readwrite') {
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'))
    } else request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('refused'))
  })
}
