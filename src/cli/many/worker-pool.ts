/** Tasks shared out among worker threads. Tasks and results are plain data; a thread answers each task with one message. */

import { Worker } from 'node:worker_threads'

/** Calls `done` for every task as it ends, in any order; `died` says what is the result where its thread died. */
export async function shareOut<Task, Result>(
  script: URL,
  tasks: readonly Task[],
  threads: number,
  died: (task: Task, error: Error) => Result,
  done: (index: number, result: Result) => void,
): Promise<void> {
  const waiting = tasks.map((task, index) => ({ task, index }))[Symbol.iterator]()
  /** One thread's life, and the lives of those that take its place. */
  const work = async (): Promise<void> => {
    let worker = new Worker(script)
    for (const { task, index } of waiting) {
      const answer = await ask<Task, Result>(worker, task)
      if (answer.tag === 'died') worker = new Worker(script)
      done(index, answer.tag === 'died' ? died(task, answer.error) : answer.result)
    }
    await worker.terminate()
  }
  await Promise.all(Array.from({ length: Math.min(threads, tasks.length) }, work))
}

type Answer<Result> =
  | { readonly tag: 'result'; readonly result: Result }
  | { readonly tag: 'died'; readonly error: Error }

/** A thread that runs out of memory reports an error; one that is ended from within only exits. */
function ask<Task, Result>(worker: Worker, task: Task): Promise<Answer<Result>> {
  return new Promise((resolve) => {
    const settle = (answer: Answer<Result>) => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      resolve(answer)
    }
    const onMessage = (result: Result) => settle({ tag: 'result', result })
    const onError = (error: Error) => settle({ tag: 'died', error })
    const onExit = (code: number) => settle({ tag: 'died', error: new Error(`exit ${code}`) })
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(task)
  })
}
