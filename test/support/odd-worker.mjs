/** A thread that doubles numbers, and dies where it is told to exit or to throw. */

import { parentPort } from 'node:worker_threads'

parentPort.on('message', (task) => {
  if (task === 'exit') process.exit(3)
  if (task === 'throw') throw new RangeError('いけません')
  parentPort.postMessage(task * 2)
})
