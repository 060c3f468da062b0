import { reasonOfCode, type OfficeActionAnswer } from '@totrinh/api-schema';
import type { ErrorCode } from '@totrinh/domain';

/** What the asker may do with something of the office, each refusal with its sentence. */
export function presentOfficeActions(actions: readonly { readonly verb: string; readonly because: ErrorCode | null }[]): OfficeActionAnswer[] {
  return actions.map(({ verb, because }) => ({ verb, allowed: because === null, because, why: because === null ? null : reasonOfCode(because) }));
}
