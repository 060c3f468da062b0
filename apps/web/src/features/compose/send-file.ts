import { isProblem, type components } from '@totrinh/api-client';
import { ApiProblem } from '../../kit/api/client.ts';
import { noteReach } from '../../kit/api/reach.ts';
import { csrf, sessionEnded } from '../../kit/api/session.ts';

/** A file as the next numbered draft of its role. `key` stays the same when it is sent again, so that it is never attached twice. */
export interface Sending {
  readonly dossier: string;
  readonly role: string;
  readonly file: File;
  readonly key: string;
  readonly etag: string;
  readonly signal: AbortSignal;
  /** Told how much of it has left, as a share of 1. */
  readonly onProgress: (share: number) => void;
}

/** Sends a file and tells how far it is, which fetch cannot. Throws ApiProblem for a refusal, AbortError when it was stopped. */
export function sendFile({ dossier, role, file, key, etag, signal, onProgress }: Sending): Promise<components['schemas']['ActAnswer']> {
  return new Promise((sent, failed) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/dossiers/${encodeURIComponent(dossier)}/documents`);
    const headers = { accept: 'application/json', 'x-totrinh-csrf': csrf(), 'idempotency-key': key, 'if-match': etag, prefer: 'wait=3' };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      noteReach(request.status !== 502 && request.status !== 504);
      if (request.status === 401) sessionEnded();
      const answer = bodyOf(request.responseText);
      if (request.status >= 200 && request.status < 300) sent(answer as components['schemas']['ActAnswer']);
      else failed(new ApiProblem(request.status, isProblem(answer) ? answer : null));
    };
    request.onerror = () => {
      noteReach(false);
      failed(new TypeError('the server was not reached'));
    };
    request.onabort = () => failed(new DOMException('stopped', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(formOf(role, file));
  });
}

/** The fields come before the file, so that the server may refuse before it takes a byte. */
function formOf(role: string, file: File): FormData {
  const form = new FormData();
  form.append('role', role);
  form.append('name', file.name);
  form.append('secrecy', 'thuong');
  form.append('file', file, 'file');
  return form;
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
