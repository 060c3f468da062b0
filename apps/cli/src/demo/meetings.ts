import { told, type Office } from './office.ts';
import type { Plan, Routes } from './plans.ts';
import { rulesOf } from './plans.ts';
import { membersOf, personOf } from './sample-organisation.ts';
import { decidesInMeeting } from './sample-routes.ts';
import { CONCLUSION, DEMANDS, MEETINGS } from './sample-words.ts';
import type { Sample } from './sample.ts';

/** A meeting that the demo holds: of which body, written up by which office, for which items. */
export interface Held {
  readonly id: string;
  readonly body: string;
  readonly office: string;
  readonly plans: readonly Plan[];
}

/** The meetings that decide these items, one for each body, planned where there is none yet. */
export async function planMeetings(office: Office, sample: Sample, routes: Routes, plans: readonly Plan[]): Promise<Held[]> {
  const held: Held[] = [];
  for (const [body, of] of Map.groupBy(plans.filter((p) => decidesInMeeting(rulesOf(routes, p.route))), (p) => p.authority)) {
    const by = of[0]?.office ?? '';
    held.push({ id: await planned(office, sample, body, by), body, office: by, plans: of });
  }
  return held;
}

/** Sends the papers on and enters who came, unless that was done before. The agenda must stand. */
export async function convene(office: Office, sample: Sample, { id, body, office: by, plans }: Held): Promise<void> {
  const api = writer(office, by);
  const path = { id };
  const meeting = told(await api.GET('/api/v1/meetings/{id}', { params: { path } }));
  if (meeting.papersSentAt === null) told(await api.POST('/api/v1/meetings/{id}/papers-sent', { params: { path, header: key(body, 'papers') }, body: {} }));
  if (meeting.attendance.length > 0) return;
  const present = Math.max(...plans.map((p) => p.counted.present));
  const members = membersOf(sample, body).map((person, i) => ({ person, present: i < present }));
  told(await api.POST('/api/v1/meetings/{id}/attendance', { params: { path, header: key(body, 'attendance') }, body: { members } }));
}

/** Enters the conclusion, which closes the meeting, with a task for each unit that has something to finish; unless it is closed. */
export async function concludeMeeting(office: Office, { id, body, office: by, plans }: Held, dossiers: ReadonlyMap<string, string>): Promise<void> {
  const api = writer(office, by);
  const path = { id };
  if (told(await api.GET('/api/v1/meetings/{id}', { params: { path } })).state === 'closed') return;
  const assignments = plans.filter((p) => p.demands.length > 0).map((p) => ({ unit: p.leadUnit, text: DEMANDS.join(' '), dossier: dossiers.get(p.code) ?? null }));
  told(await api.POST('/api/v1/meetings/{id}/conclusion', { params: { path, header: key(body, 'conclusion') }, body: { text: CONCLUSION, assignments } }));
}

async function planned(office: Office, sample: Sample, body: string, by: string): Promise<string> {
  const api = writer(office, by);
  const words = MEETINGS[body];
  if (!words) throw new Error(`the demo has no words for a meeting of ${body}`);
  const day = sample.asOf;
  const { items } = told(await api.GET('/api/v1/meetings', { params: { query: { body, from: day, to: day, limit: 200 } } }));
  const known = items.find((m) => m.title === words.title);
  return known?.id ?? told(await api.POST('/api/v1/meetings', { params: { header: key(body, 'create') }, body: { body, on: day, ...words } })).meeting;
}

/** Who writes meetings up in an office. */
const writer = (office: Office, unit: string): ReturnType<Office['as']> => office.as(personOf(unit, 'form-checker'));
const key = (body: string, what: string): { 'Idempotency-Key': string } => ({ 'Idempotency-Key': `demo:meeting:${body}:${what}` });
