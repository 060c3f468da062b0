import { enterOrganisation, fireDueRungs } from '@totrinh/casework';
import { LedgerDossier } from '../house/ledger-dossier.ts';
import { LedgerHouse } from '../house/ledger-house.ts';
import { LEDGER_ROUTE } from '../house/ledger-office.ts';
import { officeTime } from '../domain/ladder-office.ts';

/** The sample route with ladders: a draft of 45 working days, a review pressed by Hanoi's rule, a consultation that lapses, a body that is never late. */
export const LADDER_ROUTE = LEDGER_ROUTE
  .replace('route: mau', 'route: nhac-viec')
  .replace('due: { days: 30 }', 'due: { workingDays: 45 }, ladder: standard')
  .replace('due: { days: 3 }', 'due: { workingDays: 3 }, ladder: hanoi')
  .replace('due: { days: 7 }', 'due: { workingDays: 7 }, ladder: standard')
  .replace('rule: all, next', 'rule: all, ladder: leaders, next');

/** A ledger house whose office has that route and a secretary of its body. */
export async function openLadderHouse(): Promise<LedgerHouse> {
  const house = await LedgerHouse.open();
  await enterOrganisation(house.desk, {
    units: [], bodies: [], signers: [], registers: [], people: [{ id: 'btv-thu-ky', name: 'MẪU thư ký' }],
    posts: [{ id: 'btv-thu-ky', unit: null, body: 'btv', role: 'secretary', title: 'MẪU thư ký' }],
    appointments: [{ id: '00000000-0000-4000-8000-00000000ffff', person: 'btv-thu-ky', post: 'btv-thu-ky', validFrom: '2020-01-01', validTo: null }],
  });
  await house.publish(LADDER_ROUTE);
  return house;
}

/** A dossier of that route whose draft opened at this instant. */
export function openAt(house: LedgerHouse, instant: Date): Promise<LedgerDossier> {
  house.clock.at = instant;
  return LedgerDossier.open(house, { route: 'nhac-viec' });
}

/** Lets the clock of deadlines fire at each instant that is due until then, as it would where it never sleeps too long; the house's clock stands there afterwards. */
export async function liveUntil(house: LedgerHouse, until: Date): Promise<void> {
  for (;;) {
    const [next] = await house.look<{ at: Date | null }>('select min(due_at) as at from totrinh.rung where fired_at is null and void_at is null');
    if (!next?.at || next.at > until) break;
    house.clock.at = next.at > house.clock.at ? next.at : house.clock.at;
    await fireDueRungs(house.desk);
  }
  house.clock.at = until;
}

/** Everything that time said of a dossier: `when what`, and `, fired when` where that was not at once. */
export async function saidOf(d: LedgerDossier): Promise<string[]> {
  const rows = await d.house.look<{ type: string; data: { name?: string; n?: number; effectiveAt: string }; at: Date }>(
    `select type, body::jsonb -> 'data' as data, at from totrinh.event where dossier_id = $1 and type in ('rung.fired', 'deadline.passed') order by seq`, [d.id]);
  return rows.map(({ type, data, at }) => `${officeTime(data.effectiveAt)} ${type === 'rung.fired' ? `${data.name} ${data.n}` : 'overdue'}${officeTime(data.effectiveAt) === officeTime(at) ? '' : `, fired ${officeTime(at)}`}`);
}

/** Who was told, in the order of instants: `when person as what`. */
export async function toldOf(d: LedgerDossier): Promise<string[]> {
  const rows = await d.house.look<{ at: Date; person: string; kind: string; data: { rung: string; n: number; as: string } }>(
    `select at, person_id as person, kind, data from totrinh.notice where dossier_id = $1 and kind in ('reminded', 'escalated') order by at, data ->> 'as' = 'holder' desc, person_id`, [d.id]);
  return rows.map((r) => `${officeTime(r.at)} ${r.person} ${r.kind} as ${r.data.as}: ${r.data.rung} ${r.data.n}`);
}

/** The briefing list's rows of a dossier: `when, pressed by rung n`. */
export async function briefedOf(d: LedgerDossier): Promise<string[]> {
  const rows = await d.house.look<{ at: Date; name: string; n: number }>('select b.at, r.name, r.n from totrinh.briefing b join totrinh.rung r on r.id = b.rung_id where b.dossier_id = $1 order by b.at', [d.id]);
  return rows.map((r) => `${officeTime(r.at)} ${r.name} ${r.n}`);
}
