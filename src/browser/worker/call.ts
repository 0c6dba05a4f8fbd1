/** Calls across threads, both ends of them: a worker serves functions with plain data in and out, the page calls them by name. */

/** Functions that a worker serves. */
type Api<A> = { readonly [Name in keyof A]: (...args: never[]) => unknown }

/** The same as the page sees them. */
export type Served<A extends Api<A>> = {
  readonly [Name in keyof A]: (...args: Parameters<A[Name]>) => Promise<Awaited<ReturnType<A[Name]>>>
}

interface Call {
  readonly id: number
  readonly name: string
  readonly args: readonly unknown[]
}

type Answer = { readonly id: number } & ({ readonly value: unknown } | { readonly error: string })

/** In the worker: answers every call in its turn. */
export function serve<A extends Api<A>>(api: A): void {
  let turn: Promise<void> = Promise.resolve()
  const functions = api as unknown as Readonly<Record<string, (...args: readonly unknown[]) => unknown>>
  self.onmessage = ({ data }: MessageEvent<Call>) => {
    turn = turn.then(async () => self.postMessage(await answer(data, functions)))
  }
}

async function answer(
  { id, name, args }: Call,
  functions: Readonly<Record<string, (...args: readonly unknown[]) => unknown>>,
): Promise<Answer> {
  try {
    return { id, value: await functions[name]!(...args) }
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

/** In the page: starts a worker from its script's text. A page that is a file has no other way to start one. */
export function startWorker<A extends Api<A>>(script: Blob): Served<A> {
  const address = URL.createObjectURL(script)
  const worker = new Worker(address)
  const waiting = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (why: Error) => void }
  >()
  let count = 0
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    const call = waiting.get(data.id)
    waiting.delete(data.id)
    if ('error' in data) call?.reject(new Error(data.error))
    else call?.resolve(data.value)
  }
  worker.onerror = ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message))
    waiting.clear()
  }
  const call = (name: string, args: readonly unknown[]) =>
    new Promise((resolve, reject) => {
      const id = count++
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, name, args } satisfies Call)
    })
  return new Proxy({} as Served<A>, {
    // A promise of this object must not take it for another promise.
    get: (_, name) =>
      typeof name !== 'string' || name === 'then' ? undefined : (...args: unknown[]) => call(name, args),
  })
}
