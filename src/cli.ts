#!/usr/bin/env node
/** The program `keikaku`. */

import { readFileSync } from 'node:fs'
import { processTerminal } from './cli/console/process-terminal.js'
import { run } from './cli/program.js'

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
process.exitCode = await run(process.argv.slice(2), processTerminal(), manifest.version)
