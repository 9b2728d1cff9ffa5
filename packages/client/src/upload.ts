import { UploadError, type UploadedFile } from '@dvc/core';
import { own, type HeadersSource } from './http.js';

export interface SendFileOptions { headers: HeadersSource; progress?: (part: number) => void; signal?: AbortSignal | undefined; /** ms without any progress after which the connection counts as dead */ stallMs?: number }

const reasons: Record<number, UploadError['code']> = { 413: 'size', 415: 'type', 0: 'offline' };

/**
 * Sends one file as the body of a request. XMLHttpRequest, because fetch cannot tell how much of a body is sent.
 * @throws UploadError; the host's signal ends it with an AbortError
 */
export async function sendFile(file: Blob, url: string, options: SendFileOptions): Promise<UploadedFile> {
  if (file.size === 0) throw new UploadError('empty', 'the file is empty');
  for (let attempt = 0; ; attempt++) {
    const { status, body } = await post(file, url, options);
    if (status === 201 && isUploaded(body)) return body;
    if (status === 428 && attempt === 0) continue; // the reply brought the session that was missing
    throw new UploadError(own(body, 'code') === 'empty' ? 'empty' : reasons[status] ?? 'server', `upload answered ${status}`);
  }
}

function isUploaded(body: unknown): body is UploadedFile {
  return ['id', 'name', 'type', 'sha256'].every((name) => typeof own(body, name) === 'string') && typeof own(body, 'size') === 'number';
}

async function post(file: Blob, url: string, { headers, progress, signal, stallMs = 60_000 }: SendFileOptions): Promise<{ status: number; body: unknown }> {
  const given = await headers();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.withCredentials = true;
    const name = 'name' in file && typeof file.name === 'string' ? file.name : 'tep';
    for (const [key, value] of Object.entries({ ...given, 'Content-Type': file.type || 'application/octet-stream', 'X-File-Name': encodeURIComponent(wellFormed(name)) })) {
      request.setRequestHeader(key, value);
    }
    const leave = () => request.abort();
    // No total limit: 10 MB over a slow phone connection takes many minutes, and it is still moving.
    let timer = setTimeout(leave, stallMs);
    const moving = () => { clearTimeout(timer); timer = setTimeout(leave, stallMs); };
    request.upload.onprogress = ({ loaded, total }) => { moving(); if (total > 0) progress?.(loaded / total); };
    request.onloadend = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', leave);
      if (signal?.aborted) { reject(new DOMException('the upload was stopped', 'AbortError')); return; }
      let body: unknown;
      try { body = JSON.parse(request.responseText); } catch { body = undefined; }
      resolve({ status: request.status, body });
    };
    signal?.addEventListener('abort', leave);
    request.send(file);
    if (signal?.aborted) leave();
  });
}

/** encodeURIComponent throws at half a character, which a file name on Windows may hold. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\uFFFD');
