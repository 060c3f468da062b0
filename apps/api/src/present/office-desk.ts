import { COMPONENT_NAMES, documentName, STAGE_NAMES } from '@totrinh/domain';
import type { OPERATIONS } from '@totrinh/api-schema';
import type { OfficeDeskPage, SeenDeskRow } from '@totrinh/persistence';
import type { z } from 'zod';
import { cursorOf } from '../http/cursor.ts';

type DeskBody = z.infer<(typeof OPERATIONS)['readOfficeDesk']['answers'][200]>;

export function presentOfficeDesk({ items, next, stages }: OfficeDeskPage): DeskBody {
  return { items: items.map(presentRow), next: cursorOf(next), stages: stages.map((s) => ({ ...s, title: STAGE_NAMES[s.stage] })) };
}

function presentRow({ components, since, dueAt, ...row }: SeenDeskRow): DeskBody['items'][number] {
  const missing = components.filter((k) => k.state === 'missing').map((k) => k.name);
  return {
    ...row, since: since.toISOString(), dueAt: dueAt?.toISOString() ?? null, complete: missing.length === 0, missing,
    components: components.map(({ name, state, by, document, paper, askedBy }) => ({
      name, title: COMPONENT_NAMES[name], state, by, askedBy: [...askedBy], document: document && paper && { id: document.id, role: document.role, no: document.no, on: paper.on, name: paper.name ?? documentName(document.role).vi },
    })),
  };
}
