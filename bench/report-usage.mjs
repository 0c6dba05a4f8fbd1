/** Loaded into a node process that is measured: writes at its end what it used, in the words of GNU time (%U %S %M). */

import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  writeFileSync(process.env.KEIKAKU_USAGE, `${userCPUTime / 1e6} ${systemCPUTime / 1e6} ${maxRSS}`)
})
