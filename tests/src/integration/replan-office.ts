import { replanStale, FIRST_DOSSIER, type Desk, type ReplannedBatch } from '@totrinh/casework';
import { BASE_CALENDAR, type CalendarContent, type SpecialDay } from '@totrinh/domain';
import { chainedVersion, shippedCalendar } from '@totrinh/persistence';
import { LedgerDossier } from '../house/ledger-dossier.ts';
import type { LedgerHouse } from '../house/ledger-house.ts';

/** Ten working days for the draft and three for the head, both with the ordinary reminders. */
export const TEN_DAYS = `
route: lich
title: { vi: Quy trình theo lịch (MẪU), en: By the calendar (sample) }
units: { issuing: from item }
start: soan-thao
steps:
  soan-thao: { kind: draft, who: { person: drafter }, due: { workingDays: 10 }, ladder: standard, next: { completed: duyet } }
  duyet: { kind: review, who: { headOf: leadUnit }, due: { workingDays: 3 }, ladder: standard, next: { approved: xong, returned: soan-thao } }
  xong: { kind: end, status: done }
`;

export const off = (day: string): SpecialDay => ({ day, kind: 'off', reason: 'MẪU nghỉ', status: 'confirmed', source: 'MẪU 1/QĐ' });
export const worked = (day: string): SpecialDay => ({ day, kind: 'work', reason: 'MẪU làm bù', status: 'confirmed', source: 'MẪU 2/QĐ' });

/** Publishes the next version of a calendar, as the system would: the base with these days more than the one that ships, or a unit's overlay. */
export async function publishCalendar(desk: Desk, days: readonly SpecialDay[], calendar = BASE_CALENDAR): Promise<void> {
  const content: CalendarContent = calendar === BASE_CALENDAR ? { ...shippedCalendar(), days: [...shippedCalendar().days, ...days] } : { days: [...days] };
  await desk.transact(async (tx) => {
    const [last] = await tx.read<{ version: number; hash: string }>('select version, hash from totrinh.calendar_version where calendar_id = $1 order by version desc limit 1', [calendar]);
    const version = (last?.version ?? 0) + 1;
    const next = chainedVersion({ calendar, version, content, reason: 'MẪU', at: desk.now().toISOString(), by: null }, last?.hash ?? null);
    await tx.read('insert into totrinh.calendar_version (calendar_id, version, body, prev_hash, hash, reason, at) values ($1, $2, $3, $4, $5, $6, $7)', [calendar, version, next.body, next.prevHash, next.hash, next.reason, desk.now()]);
  });
}

/** Lets the job go once over all dossiers, `limit` at a time; answers its batches. */
export async function replanAll(desk: Desk, limit = 250): Promise<ReplannedBatch[]> {
  const batches: ReplannedBatch[] = [];
  for (let after: string | null = FIRST_DOSSIER; after !== null; after = batches.at(-1)?.after ?? null) batches.push(await replanStale(desk, after, limit));
  return batches;
}

export const openOn = (house: LedgerHouse, route = 'lich', given: { drafter?: string; item?: { leadUnit: string } } = {}): Promise<LedgerDossier> => LedgerDossier.open(house, { route, ...given });

/** What stands in the rows of a dossier about its terms; instants by the office's wall clock, without ids. */
export interface Terms {
  /** Path, when it is due, the calendar. */
  readonly steps: readonly string[];
  readonly rungs: readonly string[];
  /** What the calendar did, in order: facts without ids. */
  readonly said: readonly string[];
  readonly questions: readonly string[];
}

export async function termsIn(house: LedgerHouse, dossier: string): Promise<Terms> {
  const lines = async (sql: string): Promise<string[]> => (await house.look<{ line: string }>(sql, [dossier])).map((r) => r.line);
  const local = (column: string): string => `to_char(${column} at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI')`;
  const { case: c } = await new LedgerDossier(house, dossier, '').load();
  return {
    steps: await lines(`select concat_ws(' ', path, ${local('due_at')}, due ->> 'end', due ->> 'calendar') as line from totrinh.step where dossier_id = $1 and state = 'open' order by opened`),
    rungs: await lines(`select concat_ws(' ', ${local('r.due_at')}, r.kind, r.name, r.n, r.ladder, r.calendar) as line from totrinh.rung r where dossier_id = $1 and fired_at is null and void_at is null order by r.due_at, r.kind, r.name, r.n`),
    said: await lines(`select type || ' ' || ((body::jsonb -> 'data') - 'step' - 'proposal' - 'params')::text as line from totrinh.event where dossier_id = $1 and type in ('due.changed', 'proposal.made', 'proposal.declined') order by seq`),
    questions: c.proposals.map((p) => `${p.verb} ${String(p.params['from'])} → ${String(p.params['until'])}`),
  };
}
