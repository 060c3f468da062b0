import { isAdministrator, type Actor } from '../case/actor.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { NoticeKind } from './kinds.ts';

/** Another system that is told by webhook. `kinds` null: of everything; `withTitles` counts only where the office lets titles out. */
export interface EndpointCommand { readonly name: string; readonly url: string; readonly kinds: readonly NoticeKind[] | null; readonly withTitles: boolean }

/**
 * Đăng ký webhook: by an administrator. `refusedBecause` is what the check of addresses says of the URL, null where it may be called; `taken`: an endpoint has that name.
 * Errors: NOT_ALLOWED, WEBHOOK_ADDRESS_REFUSED (details: because), ENDPOINT_NAME_TAKEN.
 */
export function registerEndpoint(command: EndpointCommand, actor: Actor, refusedBecause: string | null, taken: boolean): Result<EndpointCommand> {
  if (!isAdministrator(actor)) return refuse('NOT_ALLOWED', { because: 'notAdministrator' });
  if (refusedBecause !== null) return refuse('WEBHOOK_ADDRESS_REFUSED', { because: refusedBecause });
  return taken ? refuse('ENDPOINT_NAME_TAKEN', { name: command.name }) : ok(command);
}
