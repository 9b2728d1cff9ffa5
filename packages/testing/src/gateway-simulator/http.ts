// The little of HTTP that the simulator needs.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { policy } from './html.js';

const longest = 256 * 1024;
const common = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > longest) throw new Error('too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
/** undefined: not JSON */
export async function jsonOf(request: IncomingMessage): Promise<unknown> {
  try { return JSON.parse(await bodyOf(request)) as unknown; } catch { return undefined; }
}
export const formOf = async (request: IncomingMessage): Promise<URLSearchParams> => new URLSearchParams(await bodyOf(request));

export function sendPage(response: ServerResponse, text: string, { status = 200, origins = [] }: { status?: number; origins?: readonly string[] } = {}): void {
  response.writeHead(status, { ...common, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy(origins) }).end(text);
}
export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { ...common, 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
}
export function sendOn(response: ServerResponse, location: string, origins: readonly string[] = []): void {
  response.writeHead(303, { ...common, location, 'content-security-policy': policy(origins) }).end();
}

const loopback = /^(::1|::ffff:127\.\d+\.\d+\.\d+|127\.\d+\.\d+\.\d+)$/;
/** From this machine, and from a program: a web page of somebody else that is open here cannot send JSON without asking first, and is not answered. */
export const isControl = (request: IncomingMessage): boolean =>
  loopback.test(request.socket.remoteAddress ?? '') && /^application\/json\b/.test(request.headers['content-type'] ?? '') && request.headers.origin === undefined;
