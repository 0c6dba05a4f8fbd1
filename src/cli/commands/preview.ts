/** `keikaku preview`: the page in the browser of this machine, with a plan file opened, followed and saved into. */

import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isOfficeBytes } from '../../decode/office/package/recognise.js'
import { say } from '../../domain/messages/say.js'
import { type Console, EXIT, type ExitStatus } from '../console/console.js'
import { STANDARD_INPUT } from '../console/name-file.js'
import { printDiagnostics } from '../console/print-diagnostics.js'
import { readInput } from '../files/read-file.js'
import { saves } from '../files/saves.js'
import { PlanKeeper } from '../preview/plan-keeper.js'
import { servePlan } from '../preview/serve-plan.js'

const PAGE = fileURLToPath(new URL('../../keikaku.html', import.meta.url))

/** Goes on until the person at the console ends it. */
export async function preview(
  file: string,
  { open = false }: { readonly open?: boolean },
  console: Console,
): Promise<ExitStatus> {
  const bytes = file === STANDARD_INPUT ? undefined : readInput(file)
  if (bytes?.ok === false) {
    printDiagnostics(bytes.diagnostics, console)
    return EXIT.wrongInput
  }
  if (bytes === undefined || isOfficeBytes(bytes.value)) {
    printDiagnostics([say('no-plan-file', {}, { kind: 'file', file })], console)
    return EXIT.wrongCommandLine
  }
  if (!existsSync(PAGE)) {
    printDiagnostics([say('no-page', {}, { kind: 'file', file: PAGE })], console)
    return EXIT.wrongInput
  }
  const keeper = new PlanKeeper(file)
  const service = await servePlan(readFileSync(PAGE, 'utf8'), randomBytes(24).toString('base64url'), keeper)
  const interrupted = console.interrupted?.() ?? new AbortController().signal
  console.out(service.address)
  console.err(
    'このアドレスをブラウザーで開いてください。保存は計画ファイルに書き込みます。終わるには Ctrl-C を押してください。',
  )
  if (open) openBrowser(service.address)
  for await (const _ of saves(() => new Set([file]), interrupted)) keeper.noteSave()
  service.close()
  return EXIT.done
}

/** With what the system opens addresses with; where it has nothing of the kind, the address can still be typed. */
function openBrowser(address: string): void {
  const [command, args] =
    process.platform === 'win32'
      ? ['cmd', ['/c', 'start', '', address]]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', [address]]
  spawn(command as string, args as string[], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}
