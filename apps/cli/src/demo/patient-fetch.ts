import { setTimeout as pause } from 'node:timers/promises';
import { reasonOf, StartError } from '@totrinh/platform';
import type { Journal } from './journal.ts';
import type { Tokens } from './tokens.ts';

/** How long an API that does not answer is waited for, and how long one attempt may take. */
const PATIENCE_MS = 120_000;
const ATTEMPT_MS = 30_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;

/** An inner fault is believed after so many attempts; a service that is away may come back for as long as patience lasts. */
const MOST_FAULTS = 8;

/** Answers that ask for the same request again: away, busy, or still running under the same key. */
const AGAIN_STATUS: ReadonlySet<number> = new Set([502, 503, 504]);
const AGAIN_CODES: ReadonlySet<string> = new Set(['IDEMPOTENCY_KEY_RUNNING', 'STILL_MOVING', 'BUSY', 'SERVICE_AWAY']);

export interface Speaker {
  readonly tokens: Tokens;
  readonly journal: Journal;
  /** A fresh correlation id for each request. */
  readonly correlate: () => string;
}

interface Answered {
  readonly act?: string | null;
  readonly dossier?: string;
  readonly ids?: Record<string, string>;
  readonly code?: string;
}

/**
 * A fetch that speaks for one person: signs in, names the request, and repeats it under the same key until somebody
 * answers, so that an API that dies in between costs time and nothing else. Every attempt of a changing request goes into
 * the journal. Throws StartError when nobody answered for two minutes.
 */
export function patientFetch(speaker: Speaker, person: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const correlationId = speaker.correlate();
    const giveUpAt = performance.now() + PATIENCE_MS;
    let renewed = false;
    for (let attempt = 1; ; attempt += 1) {
      const token = await speaker.tokens.of(person);
      const { response, told, fault } = await once(request.clone(), token, correlationId);
      if (request.method !== 'GET') note(speaker.journal, { request, person, correlationId, attempt, response, told });
      if (response?.status === 401 && !renewed) {
        renewed = true;
        await speaker.tokens.renew(person);
        continue;
      }
      if (response && !asksAgain(response, told, attempt)) return response;
      if (performance.now() > giveUpAt) throw silent(request, response, fault);
      await pause(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempt - 1, 10)));
    }
  };
}

async function once(request: Request, token: string, correlationId: string): Promise<{ response: Response | null; told: Answered; fault?: unknown }> {
  request.headers.set('Authorization', `Bearer ${token}`);
  request.headers.set('X-Correlation-Id', correlationId);
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(ATTEMPT_MS) });
    // The whole answer is read here: a connection that breaks in its midst is no answer.
    const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
    return { response, told: isJson ? ((await response.clone().json()) as Answered) : {} };
  } catch (fault) {
    // Whatever became of the connection or the time: nobody knows whether it was done. The journal says so.
    return { response: null, told: {}, fault };
  }
}

function asksAgain(response: Response, told: Answered, attempt: number): boolean {
  if (response.status === 500) return attempt < MOST_FAULTS;
  return AGAIN_STATUS.has(response.status) || (told.code !== undefined && AGAIN_CODES.has(told.code));
}

interface Attempt { readonly request: Request; readonly person: string; readonly correlationId: string; readonly attempt: number; readonly response: Response | null; readonly told: Answered }

function note(journal: Journal, { request, person, correlationId, attempt, response, told }: Attempt): void {
  journal.add({
    at: new Date().toISOString(), correlationId, attempt, person,
    key: request.headers.get('Idempotency-Key') ?? '', method: request.method, path: new URL(request.url).pathname,
    status: response?.status ?? 'no answer', replayed: response?.headers.get('Idempotency-Replayed') === 'true',
    act: told.act ?? null, dossier: told.dossier ?? null, ids: told.ids ?? {}, code: told.code ?? null,
  });
}

function silent(request: Request, response: Response | null, fault: unknown): StartError {
  const { origin, pathname } = new URL(request.url);
  const [vi, en] = response === null ? [`không ai trả lời (${reasonOf(fault)})`, `nobody answers (${reasonOf(fault)})`] : [`lần cuối trả lời ${response.status}`, `its last answer was ${response.status}`];
  return new StartError({ vi: `API ${origin} chưa nhận ${request.method} ${pathname} sau hai phút: ${vi}`, en: `the API ${origin} has not taken ${request.method} ${pathname} for two minutes: ${en}` });
}
