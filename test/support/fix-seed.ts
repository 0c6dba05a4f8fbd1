/** Set up before every test file: property tests draw the same values in every run, so that none fails by chance. */

import fc from 'fast-check'

/** `KEIKAKU_SEED=7 npx vitest run` draws others, `KEIKAKU_SEED=random` others each time; a failure names its seed. */
const { KEIKAKU_SEED = '2018' } = process.env

if (KEIKAKU_SEED !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(KEIKAKU_SEED) })
