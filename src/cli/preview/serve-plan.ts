/** The page with one plan file, for the browser of this machine: who may ask, what may be asked, and what is answered. */

import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { MAX_BYTES } from '../../decode/yaml/read-text.js'
import type { PlanKeeper } from './plan-keeper.js'

/** What stands in the page, and what in its place where it is served: it may speak to this server, and knows by what name. */
const SEALED = "connect-src 'none'"
const SERVED = "connect-src 'self'"
const NO_TOKEN = '<meta name="opening" content="">'

/** The bytes of the page as they are served. Throws where it is no page of this program. */
export function openPage(page: string, token: string): string {
  if (!page.includes(SEALED) || !page.includes(NO_TOKEN)) throw new Error('no page of keikaku')
  return page.replace(SEALED, SERVED).replace(NO_TOKEN, () => NO_TOKEN.replace('""', `"${token}"`))
}

export interface Service {
  /** What the browser is to open. */
  readonly address: string
  readonly close: () => void
}

/** `token` is a secret that only the page's address tells; whoever does not know it gets nothing. */
export async function servePlan(page: string, token: string, keeper: PlanKeeper): Promise<Service> {
  const served = openPage(page, token)
  const server = createServer((request, response) => {
    answer(request, response, { server, served, token, keeper }).catch(() => respond(response, 500))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    address: `http://${hostOf(server)}/${token}/`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

interface Serving {
  readonly server: Server
  readonly served: string
  readonly token: string
  readonly keeper: PlanKeeper
}

/** Names that lead to this machine (DNS rebinding) and pages of others are refused; paths are known ones and no others. */
async function answer(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const { server, served, token, keeper } = serving
  const { method, url = '', headers } = request
  const host = hostOf(server)
  const isOwn = headers.host === host && (headers.origin === undefined || headers.origin === `http://${host}`)
  if (!isOwn) return respond(response, 403)
  const [, asked = '', name = '', query = ''] = /^\/([^/?]+)\/([^/?]*)(?:\?(.*))?$/.exec(url) ?? []
  if (!isSame(asked, token)) return respond(response, 404)
  if (name === '' && method === 'GET') return respond(response, 200, served, 'text/html; charset=utf-8')
  if (name !== 'plan') return respond(response, 404)
  // No other page can send this header without being allowed to.
  if (!isSame(String(headers['x-keikaku'] ?? ''), token)) return respond(response, 403)
  if (method === 'GET') {
    const seen = Number(new URLSearchParams(query).get('seen') ?? -1)
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    return respond(response, 200, JSON.stringify(await keeper.read(seen, gone.signal)), 'application/json')
  }
  if (method !== 'PUT') return respond(response, 405)
  const body = await readBody(request)
  if (body === undefined) return respond(response, 413)
  const failures = await keeper.save(body, String(headers['x-before'] ?? ''))
  return failures.length === 0
    ? respond(response, 204)
    : respond(response, 409, failures.join('\n'), 'text/plain; charset=utf-8')
}

function hostOf(server: Server): string {
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** In a time that tells nothing of how much of it is right. */
function isSame(text: string, secret: string): boolean {
  const hash = (value: string) => createHash('sha256').update(value).digest()
  return timingSafeEqual(hash(text), hash(secret))
}

async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function respond(response: ServerResponse, status: number, body = '', type = 'text/plain'): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
  })
  response.end(body)
}
