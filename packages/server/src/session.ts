import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from './errors.js';

export const cookieName = 'dvc_session';
/** As long as idempotency keys are kept: a citizen may come back to an unsent dossier after Tết. */
export const maxAgeSeconds = 30 * 24 * 3600;

export interface SessionOptions {
  /** Pages of other sites embed the form: the cookie is then `SameSite=None; Secure; Partitioned`. */
  crossSite?: boolean;
}

/** The session's name in the database: a hash, so that a copy of the database opens no session. */
export const sessionHash = (token: string): string => createHash('sha256').update(`session:${token}`).digest('hex');

/** What the cookie holds; the database knows only its hash. */
export function tokenOf(request: FastifyRequest): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value = ''] = part.trim().split('=');
    if (name === cookieName && /^[A-Za-z0-9_-]{43}$/.test(value)) return value;
  }
  return undefined;
}

function isHttps(request: FastifyRequest): boolean {
  return request.protocol === 'https';
}

const attributes = (request: FastifyRequest, options: SessionOptions): string[] =>
  (options.crossSite ? ['SameSite=None', 'Secure', 'Partitioned'] : ['SameSite=Lax', ...(isHttps(request) ? ['Secure'] : [])]);

/** Gives the browser a session when it has none; the token is random and means nothing. */
export function ensureSession(request: FastifyRequest, reply: FastifyReply, options: SessionOptions): string | undefined {
  const held = tokenOf(request);
  if (held) return sessionHash(held);
  newToken(request, reply, options);
  return undefined;
}

/** The token of this session, or of the one that begins here: for what may be lost with its reply and asked for anew. */
export const openToken = (request: FastifyRequest, reply: FastifyReply, options: SessionOptions): string => tokenOf(request) ?? newToken(request, reply, options);

function newToken(request: FastifyRequest, reply: FastifyReply, options: SessionOptions): string {
  const token = randomBytes(32).toString('base64url');
  reply.header('set-cookie', [`${cookieName}=${token}`, 'Path=/', 'HttpOnly', `Max-Age=${maxAgeSeconds}`, ...attributes(request, options)].join('; '));
  return token;
}

/**
 * The session of a request that changes something.
 * Without one the answer is 428 and sets the cookie: were a first dossier taken here and its reply lost, the retry would
 * come from another session and make a second dossier.
 */
export function requireSession(request: FastifyRequest, reply: FastifyReply, options: SessionOptions): string {
  const session = ensureSession(request, reply, options);
  if (!session) throw new Refusal(428, 'session-required');
  return session;
}

/** Takes the session from the browser. Returns its name in the database, if there was one. */
export function endSession(request: FastifyRequest, reply: FastifyReply, options: SessionOptions): string | undefined {
  const held = tokenOf(request);
  // With the attributes that it was set with, else a browser keeps a partitioned one.
  reply.header('set-cookie', [`${cookieName}=`, 'Path=/', 'HttpOnly', 'Max-Age=0', ...attributes(request, options)].join('; '));
  return held && sessionHash(held);
}
