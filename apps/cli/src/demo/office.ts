import type { Problem } from '@totrinh/api-schema';
import { createClient, type ApiClient } from '@totrinh/api-client';
import { StartError } from '@totrinh/platform';
import type { Journal } from './journal.ts';
import { patientFetch } from './patient-fetch.ts';
import { Tokens } from './tokens.ts';

/** Who does what nobody else may: publishes, imports, reads everything. */
export const ADMINISTRATOR = 'vptu-admin';

/** What a call of the client answers (openapi-fetch). */
interface Called<T> { readonly data?: T; readonly error?: unknown; readonly response: Response }

/** Codes that mean: it has changed since it was read, so read again and choose anew. */
const CHANGED: ReadonlySet<string> = new Set(['VERSION_MISMATCH', 'TASK_CLOSED', 'TASK_HELD_BY_OTHER', 'TASK_NOT_OFFERED', 'TASK_NOT_FOUND', 'NO_OPEN_DRAFT', 'DOSSIER_CLOSED', 'ITEM_TAKEN', 'ROUTE_VERSION_FROZEN', 'RECALL_TOO_LATE', 'NOTHING_TO_RECALL', 'TASK_NOT_HELD', 'PROPOSAL_NOT_FOUND', 'PROPOSAL_STALE', 'STEP_NOT_FOUND']);

/** The people of the office at their screens: one client of the API for each, over HTTP alone. */
export class Office {
  readonly journal: Journal;
  readonly #apiUrl: string;
  readonly #tokens: Tokens;
  readonly #prefix: string;
  readonly #clients = new Map<string, ApiClient>();
  #asked = 0;

  /** Requests carry `<prefix><n>` as correlation id. */
  constructor(house: { readonly apiUrl: string; readonly issuer: string }, prefix: string, journal: Journal) {
    this.#apiUrl = house.apiUrl;
    this.#tokens = new Tokens(house.issuer);
    this.#prefix = prefix;
    this.journal = journal;
  }

  get correlationPrefix(): string {
    return this.#prefix;
  }

  /** The API as this person may use it. */
  as(person: string): ApiClient {
    let client = this.#clients.get(person);
    if (!client) {
      const correlate = (): string => `${this.#prefix}${(this.#asked += 1)}`;
      client = createClient({ baseUrl: this.#apiUrl, fetch: patientFetch({ tokens: this.#tokens, journal: this.journal, correlate }, person) });
      this.#clients.set(person, client);
    }
    return client;
  }
}

/** The data of an answer that must be there. Throws StartError with the API's own sentences where it refused. */
export function told<T>({ data, error, response }: Called<T>): T {
  if (data !== undefined) return data;
  throw refusal(error, response);
}

/** The data of an act, or null where things have changed since they were read. Throws StartError on any other refusal. */
export function toldOrChanged<T>({ data, error, response }: Called<T>): T | null {
  if (data !== undefined) return data;
  if (CHANGED.has((error as Problem | undefined)?.code ?? '')) return null;
  throw refusal(error, response);
}

function refusal(error: unknown, response: Response): StartError {
  const problem = error as Partial<Problem> | undefined;
  const where = `${response.status} ${problem?.code ?? ''} ${new URL(response.url).pathname}`;
  return new StartError({ vi: `API từ chối (${where}): ${problem?.detail ?? ''}`, en: `the API refused (${where}): ${problem?.detailEn ?? ''}` }, { cause: problem?.details?.faults });
}
