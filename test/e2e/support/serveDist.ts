/** A plain static web server for dist/, as an office would have it: no headers of its own, no compression. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { distFolder } from '../../tools/projectFiles.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.png': 'image/png', '.webmanifest': 'application/manifest+json',
}

export interface Site {
  port: number
  /** Answers this path (such as `/data/index.json`) with other text from now on, to see how the app takes it; null gives the file back. */
  replace(path: string, text: string | null): void
  /** Goes away, as a network does, until `resume`: on the same port. */
  pause(): Promise<void>
  resume(): Promise<void>
  close(): Promise<void>
}

export async function serveDist(folder = distFolder): Promise<Site> {
  const replaced = new Map<string, string>()
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split(/[?#]/)[0] ?? '/').replace(/\/$/, '/index.html')
    const file = normalize(join(folder, path))
    const other = replaced.get(path)
    const content = other !== undefined ? Promise.resolve(Buffer.from(other)) : file.startsWith(folder) ? readFile(file) : Promise.reject(new Error('outside'))
    content.then(
      bytes => response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Cache-Control': 'no-cache' }).end(bytes),
      () => response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found'),
    )
  })
  const listen = (port: number) => new Promise<void>(resolve => { server.listen(port, '127.0.0.1', resolve) })
  const close = () => new Promise<void>(resolve => {
    server.closeAllConnections()
    server.close(() => resolve())
  })
  await listen(0)
  const { port } = server.address() as AddressInfo
  return {
    port,
    replace(path, text) {
      if (text === null) replaced.delete(path)
      else replaced.set(path, text)
    },
    pause: close,
    resume: () => listen(port),
    close,
  }
}
