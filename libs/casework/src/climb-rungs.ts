import { climb, whomOf, type Climbed, type People, type PublishedLadder, type Whom } from '@totrinh/domain';
import { askedTasks, incumbentsOf, type AskedTask, type ClimbingRung, type Incumbent, type NewNotice, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';

/** What a rung said and did: the facts, and a notice for each person told. `before`: reminders sent in the step before it. */
export interface Spoken {
  readonly rung: ClimbingRung;
  readonly step: string;
  readonly before: number;
  readonly climbed: Climbed;
  readonly notices: readonly Omit<NewNotice, 'at'>[];
}

/** Who works in an office that presses others, beside its heads. */
const OFFICE_ROLES = ['head', 'deputy', 'generalist', 'form-checker'];

/** Lets all these rungs speak, in their order; the people are asked for once for all of them. */
export async function climbAll(desk: Desk, tx: Tx, rungs: readonly ClimbingRung[], ladders: ReadonlyMap<string, PublishedLadder>, today: string): Promise<ReadonlyMap<string, Spoken>> {
  if (rungs.length === 0) return new Map();
  const wanted = new Map([...ladders].map(([key, ladder]) => [key, whomOf(ladder)]));
  const words = new Set([...wanted.values()].flat());
  const tasks = Map.groupBy(await askedTasks(tx, [...new Set(rungs.map((r) => r.dossier))], [...new Set(rungs.flatMap((r) => r.step ?? []))], today), (t) => t.step);
  const units = ['headOfUnit', 'superior', 'office', 'leadHead'].some((w) => words.has(w as Whom)) ? [...tasks.values()].flat().flatMap((t) => t.units).concat(rungs.flatMap((r) => [r.leadUnit, r.issuing ?? r.leadUnit])) : [];
  const incumbents = await incumbentsOf(tx, [...new Set(units)], words.has('secretary') ? [...new Set(rungs.flatMap((r) => r.bodies))] : [], today);
  const find = directoryOf(incumbents);
  const sent = new Map<string, number>();
  const spoken = new Map<string, Spoken>();
  for (const r of rungs) {
    const ladder = ladders.get(r.ladder ?? '');
    if (!ladder || r.step === null || r.name === null) continue;
    const before = sent.get(r.step) ?? r.reminders;
    const people = peopleFor(r, tasks.get(r.step) ?? [], wanted.get(r.ladder ?? '') ?? [], find);
    const climbed = climb(ladder, { id: r.id, dossier: r.dossier, step: r.step, name: r.name, n: r.n, dueAt: r.dueAt.toISOString(), reminders: before }, people);
    sent.set(r.step, climbed.reminders);
    spoken.set(r.id, { rung: r, step: r.step, before, climbed, notices: noticesOf(desk, r, climbed, tasks.get(r.step) ?? []) });
  }
  return spoken;
}

type Find = (where: { readonly unit?: string | null; readonly bodies?: readonly string[] }, roles: readonly string[] | null) => readonly string[];

function directoryOf(incumbents: readonly Incumbent[]): Find {
  const byUnit = Map.groupBy(incumbents.filter((i) => i.unit !== null), (i) => i.unit ?? '');
  const byBody = Map.groupBy(incumbents.filter((i) => i.body !== null), (i) => i.body ?? '');
  return ({ unit, bodies }, roles) => {
    const found = [...(unit ? (byUnit.get(unit) ?? []) : []), ...(bodies ?? []).flatMap((b) => byBody.get(b) ?? [])];
    return [...new Set(found.filter((i) => roles === null || roles.includes(i.role)).map((i) => i.person))];
  };
}

function peopleFor(r: ClimbingRung, tasks: readonly AskedTask[], words: readonly Whom[], find: Find): People {
  const holders = [...new Set(tasks.flatMap((t) => t.people))];
  const heads = [...new Set(tasks.flatMap((t) => t.units))].flatMap((unit) => find({ unit }, ['head']));
  const all: Record<Whom, () => readonly string[]> = {
    holder: () => holders, headOfUnit: () => heads, superior: () => heads.filter((h) => !holders.includes(h)),
    office: () => find({ unit: r.issuing ?? r.leadUnit }, OFFICE_ROLES), secretary: () => find({ bodies: r.bodies }, ['secretary']),
    drafter: () => (r.drafter === null ? [] : [r.drafter]), leadHead: () => find({ unit: r.leadUnit }, ['head']),
  };
  return Object.fromEntries(words.map((w) => [w, all[w]()]));
}

function noticesOf(desk: Desk, r: ClimbingRung, climbed: Climbed, tasks: readonly AskedTask[]): Omit<NewNotice, 'at'>[] {
  return climbed.facts.flatMap((f) => (f.type !== 'rung.fired' ? [] : f.data.told.map(({ person, as }) => ({
    id: desk.means.id(), person, dossier: r.dossier, kind: as === 'holder' ? 'reminded' : 'escalated', effectKey: `rung ${f.data.rung} ${f.data.name} ${person}`, step: r.step,
    task: tasks.find((t) => t.people.includes(person))?.task ?? tasks[0]?.task ?? null,
    data: { code: r.code, ladder: f.data.ladder, rung: f.data.name, n: f.data.n, as, reminders: f.data.reminders, dueAt: r.stepDueAt?.toISOString() ?? null, effectiveAt: f.data.effectiveAt },
  }))));
}
