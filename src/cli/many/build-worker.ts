/** The script of a thread of `build --jobs`. `npm run build` puts one in its place that takes the program from its bundle. */

import { serveBuilds } from './serve-builds.js'

serveBuilds()
