import { ApiProblem, createClient, must, type ApiClient } from '@totrinh/api-client';
import { noteReach } from './reach.ts';
import { csrf, sessionEnded } from './session.ts';

/** Sends with the session's cookie and its token; tells the banner and the session what came of it. */
async function send(request: Request): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') request.headers.set('x-totrinh-csrf', csrf());
  let answer: Response;
  try {
    answer = await fetch(request);
  } catch (fault) {
    if (!(fault instanceof DOMException && fault.name === 'AbortError')) noteReach(false);
    throw fault;
  }
  noteReach(answer.status !== 502 && answer.status !== 504);
  if (answer.status === 401) sessionEnded();
  return answer;
}

/** The typed client of the API, as whoever is signed in. `must(api.GET(…))` answers the data or throws ApiProblem. */
export const api: ApiClient = createClient({ baseUrl: location.origin, fetch: send });

export { ApiProblem, must };

/** The code of a refusal; null for anything else (no network, a fault in the page). */
export const codeOf = (fault: unknown): string | null => (fault instanceof ApiProblem ? fault.code : null);
