import { isAdministrator, ok, refuse, registerEndpoint as rule, type EndpointCommand, type Result } from '@totrinh/domain';
import { endEndpoint as endRow, insertEndpoint, lockEndpointName } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { officeAct, type OfficeAnswer } from './office-act.ts';
import type { ActRequest } from './perform.ts';

/** What registering needs of the outside: why an address may not be called (null: it may), and a fresh secret (`whsec_…`). */
export interface Outside { readonly refusedBecause: (url: string) => Promise<string | null>; readonly freshSecret: () => string }

/** A registered endpoint. `secret` is told this once; null when the request is repeated. */
export interface RegisteredEndpoint extends OfficeAnswer<{ endpoint: string }> { readonly secret: string | null }

/** Đăng ký webhook. The address is judged before any row is locked, since that asks the network. Errors: those of domain's registerEndpoint and of the key. */
export async function registerEndpoint(desk: Desk, command: EndpointCommand, outside: Outside, request: ActRequest): Promise<Result<RegisteredEndpoint>> {
  const because = await outside.refusedBecause(command.url);
  const secret = outside.freshSecret();
  const done = await officeAct(desk, 'registerEndpoint', 'webhooks', 201, request, async ({ tx, actor, act, now }) => {
    const sound = rule(command, actor, because, await lockEndpointName(tx, command.name));
    if (!sound.ok) return sound;
    const endpoint = desk.means.id();
    insertEndpoint(tx, { ...sound.value, id: endpoint, secret, by: request.actor, act, at: now });
    return ok({ endpoint });
  });
  return done.ok ? { ok: true, value: { ...done.value, secret: done.value.replayed ? null : secret } } : done;
}

/** Kết thúc webhook: what waits for it is dropped. Errors: NOT_ALLOWED, ENDPOINT_NOT_FOUND, those of the key. */
export function endEndpoint(desk: Desk, endpoint: string, request: ActRequest): Promise<Result<OfficeAnswer<{ endpoint: string; dropped: number }>>> {
  return officeAct(desk, 'endEndpoint', endpoint.toLowerCase(), 200, request, async ({ tx, actor, now }) => {
    if (!isAdministrator(actor)) return refuse('NOT_ALLOWED', { because: 'notAdministrator' });
    const dropped = await endRow(tx, endpoint.toLowerCase(), now);
    return dropped === null ? refuse('ENDPOINT_NOT_FOUND', { id: endpoint }) : ok({ endpoint: endpoint.toLowerCase(), dropped });
  });
}
