import createFetchClient, { type Client } from 'openapi-fetch';
import type { components } from './generated/api.ts';
import type { ApiPaths } from './relaxed-paths.ts';

type Shapes = components['schemas'];

/** Where the API is, who asks, and under which correlation id; `token` may be a function, for tokens that are renewed. */
export interface ClientOptions {
  /** `http://host:port`, without a path. */
  readonly baseUrl: string;
  readonly token?: string | (() => string | Promise<string>);
  readonly correlationId?: string | (() => string);
  /** Stands in for the global fetch. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** A document to attach: `ifMatch` is the dossier's ETag. */
export interface Attachment {
  readonly role: string;
  readonly name: string;
  readonly bytes: Uint8Array | string;
  readonly ifMatch: string;
  /** How secret whoever sends it says it is; ordinary where nothing is said. */
  readonly secrecy?: 'thuong' | 'mat' | 'toi-mat' | 'tuyet-mat';
  readonly idempotencyKey?: string;
  /** Seconds to wait for the move. */
  readonly wait?: number;
}

/** The typed client: openapi-fetch over the API's contract, and uploads. Sends once; repeating with the same key is the caller's choice. */
export type ApiClient = Client<ApiPaths> & {
  attach(dossier: string, attachment: Attachment): Promise<{ data?: Shapes['ActAnswer']; error?: Shapes['Problem']; response: Response }>;
};

/**
 * Makes a client. Adds the bearer token, the correlation id, and a fresh Idempotency-Key to each changing request that
 * has none. If-Match and Prefer go as `params: { header: { 'If-Match': etag } }`.
 */
export function createClient({ baseUrl, token, correlationId, fetch }: ClientOptions): ApiClient {
  const client = createFetchClient<ApiPaths>({ baseUrl, ...(fetch ? { fetch } : {}) });
  client.use({
    async onRequest({ request }) {
      const bearer = typeof token === 'function' ? await token() : token;
      const id = typeof correlationId === 'function' ? correlationId() : correlationId;
      if (bearer !== undefined) request.headers.set('authorization', `Bearer ${bearer}`);
      if (id !== undefined && !request.headers.has('x-correlation-id')) request.headers.set('x-correlation-id', id);
      if (request.method !== 'GET' && !request.headers.has('idempotency-key')) request.headers.set('idempotency-key', crypto.randomUUID());
      return request;
    },
  });
  return Object.assign(client, { attach: (dossier: string, attachment: Attachment) => attach(client, dossier, attachment) });
}

async function attach(client: Client<ApiPaths>, dossier: string, { role, name, bytes, ifMatch, secrecy, idempotencyKey, wait }: Attachment): ReturnType<ApiClient['attach']> {
  const header = { 'If-Match': ifMatch, ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }), ...(wait === undefined ? {} : { Prefer: `wait=${wait}` }) };
  const answer = await client.POST('/api/v1/dossiers/{id}/documents', {
    params: { path: { id: dossier }, header },
    body: { role, name, file: '' },
    bodySerializer: () => formOf(role, name, bytes, secrecy),
  });
  return answer as Awaited<ReturnType<ApiClient['attach']>>;
}

/** The file comes last, so that what is said of it is read first. */
function formOf(role: string, name: string, bytes: Uint8Array | string, secrecy: Attachment['secrecy']): FormData {
  const form = new FormData();
  form.append('role', role);
  form.append('name', name);
  if (secrecy !== undefined) form.append('secrecy', secrecy);
  form.append('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), 'file');
  return form;
}
