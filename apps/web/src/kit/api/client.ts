import { ApiProblem, createClient, must, type ApiClient } from '@totrinh/api-client';
import { noteReach } from './reach.ts';
import { isUnattended } from './attended.ts';
import { csrf, sessionEnded } from './session.ts';

/** Sends with the session's cookie and its token; tells the banner and the session what came of it. */
async function send(request: Request): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') request.headers.set('x-totrinh-csrf', csrf());
  else if (isUnattended()) request.headers.set('x-totrinh-background', '1');
  let answer: Response;
  try {
    answer = await fetch(request);
  } catch (fault) {
    if (!(fault instanceof DOMException && fault.name === 'AbortError')) noteReach(false);
    throw fault;
  }
  noteReach(answer.status !== 502 && answer.status !== 504);
  if (answer.status === 401 && !(await asksFreshSignIn(answer.clone()))) sessionEnded();
  return answer;
}

/** An act that wants a fresh sign-in is refused by 401 too, in a session that goes on. */
const asksFreshSignIn = async (answer: Response): Promise<boolean> => (await answer.text()).includes('"FRESH_SIGN_IN_REQUIRED"');

/** The typed client of the API, as whoever is signed in. `must(api.GET(…))` answers the data or throws ApiProblem. */
export const api: ApiClient = createClient({ baseUrl: location.origin, fetch: send });

export { ApiProblem, must };

/** The code of a refusal; null for anything else (no network, a fault in the page). */
export const codeOf = (fault: unknown): string | null => (fault instanceof ApiProblem ? fault.code : null);
