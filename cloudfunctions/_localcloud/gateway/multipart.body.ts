import type { IncomingHttpHeaders } from 'node:http'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'

const LIMITS = { parts: 30, fileSize: 6 * 1024 * 1024 }

/** Every part of a multipart form as bytes, by name. */
export const readMultipart = (headers: IncomingHttpHeaders, body: Buffer): Promise<Map<string, Buffer>> =>
  new Promise((resolve, reject) => {
    const fields = new Map<string, Buffer>()
    const parser = new Busboy({ headers: headers as BusboyHeaders, limits: LIMITS, isPartAFile: () => true })
    parser.on('file', (name, part) => {
      const chunks: Buffer[] = []
      part.on('data', (chunk: Buffer) => chunks.push(chunk))
      part.on('end', () => fields.set(name, Buffer.concat(chunks)))
    })
    parser.on('finish', () => resolve(fields))
    parser.on('error', reject)
    parser.end(body)
  })
