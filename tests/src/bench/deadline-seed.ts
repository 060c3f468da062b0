import { readRoute, type Desk } from '@totrinh/casework';
import { deadlineOf, emptyCase, workRule, type Assignee, type Fact, type Route, type Terms } from '@totrinh/domain';
import { askDirectory, calendarOfUnit, GENESIS, insertRoute, latestLadders, record } from '@totrinh/persistence';

/** One review, an hour by the wall clock, pressed by the ladder that speaks round the clock: at the due instant the term passes, and the holder is reminded. */
export const DEADLINE_ROUTE = `
route: do-han
title: { vi: Quy trình đo hạn (MẪU), en: Deadline route (sample) }
start: duyet
steps:
  duyet: { kind: review, who: { headOf: leadUnit }, due: { hours: 1 }, ladder: urgent, next: { approved: xong, returned: dung } }
  xong: { kind: end, status: done }
  dung: { kind: end, status: rejected }
`;
const HOUR = 3_600_000;
const LANES = 8;

interface Lead { readonly unit: string; readonly head: Assignee; readonly drafter: string }

/** Opens dossiers whose review is due at an instant, on valid chains, spread over the heads of all units. */
export interface DeadlineSeed { open(count: number, dueAt: Date): Promise<void> }

/** `reminders`: whether a ladder speaks at the due instant too, beside the passing of the term. */
export async function deadlineSeed(desk: Desk, reminders: boolean): Promise<DeadlineSeed> {
  const read = readRoute(DEADLINE_ROUTE);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const route = reminders ? read.value : withoutLadder(read.value);
  await desk.transact(async (tx) => insertRoute(tx, { id: route.route, version: 1, rules: route, source: DEADLINE_ROUTE, sha256: desk.means.digest(DEADLINE_ROUTE), at: desk.now(), by: 'system' }));
  const leads = await leadsOf(desk);
  const terms = await desk.transact(async (tx): Promise<Terms> => ({ calendar: await calendarOfUnit(tx, ''), ladders: await latestLadders(tx) }));
  let made = 0;
  return {
    async open(count, dueAt) {
      let left = count;
      await Promise.all(Array.from({ length: LANES }, async () => {
        while (left-- > 0) {
          const i = made++;
          const lead = leads[i % leads.length];
          if (lead) await openOne(desk, route, lead, i, dueAt, terms);
        }
      }));
    },
  };
}

function withoutLadder(route: Route): Route {
  const { ladder: _ladder, ...review } = workRule(route, route.start);
  return { ...route, route: `${route.route}-khong-nhac`, steps: { ...route.steps, [route.start]: review } };
}

async function leadsOf(desk: Desk): Promise<Lead[]> {
  const today = new Date().toISOString().slice(0, 10);
  return desk.transact(async (tx) => {
    const found: Lead[] = [];
    for (const { unit } of await tx.read<{ unit: string }>(`select distinct unit_id as unit from totrinh.post where role = 'head' order by unit_id`)) {
      const head = (await askDirectory(tx, { kind: 'post', unit, roles: ['head'] }, today))[0];
      const drafter = (await askDirectory(tx, { kind: 'post', unit, roles: ['drafter'] }, today))[0];
      if (head && drafter) found.push({ unit, head, drafter: drafter.person });
    }
    if (found.length === 0) throw new Error('no unit has a head today');
    return found;
  });
}

function openOne(desk: Desk, route: Route, { unit, head, drafter }: Lead, i: number, dueAt: Date, terms: Terms): Promise<void> {
  const opening = new Date(dueAt.getTime() - HOUR);
  const deadline = deadlineOf(workRule(route, route.start), { opening, submission: null, itemDeadline: null }, terms);
  if (!deadline?.due || deadline.dueAt !== dueAt.toISOString()) throw new Error(`due ${deadline?.dueAt ?? 'never'}, not ${dueAt.toISOString()}`);
  const { due, rungs } = deadline;
  return desk.transact(async (tx) => {
    const [dossier, step, task] = [desk.means.id(), desk.means.id(), desk.means.id()];
    const facts: Fact[] = [
      { type: 'dossier.created', data: { route: { id: route.route, version: 1, semantics: route.semantics }, start: route.start, kind: 'ke-hoach', item: null, leadUnit: unit, drafter, roles: { units: {}, groups: {}, bodies: {}, register: null } }, secret: { title: `Hồ sơ đo hạn số ${i} (MẪU)` } },
      { type: 'step.opened', data: { step, path: route.start, kind: 'review', round: 1, cause: 1 }, derived: { dueAt: dueAt.toISOString(), due, rungs: rungs.map((r) => ({ id: desk.means.id(), ...r })) } },
      { type: 'task.opened', data: { task, step, unit, assignees: [head], holder: head.person, barred: [] } },
    ];
    record(tx, emptyCase(dossier), { headHash: GENESIS, lastAt: new Date(0) }, facts, { act: null, by: 'system', at: opening });
  });
}
