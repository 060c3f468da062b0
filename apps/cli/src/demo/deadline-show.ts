import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartError } from '@totrinh/platform';
import { openHouse } from '../house.ts';
import { Journal } from './journal.ts';
import { ADMINISTRATOR, Office, told } from './office.ts';
import { importSample } from './prepare.ts';
import { readSample } from './sample.ts';
import { speaksUntil, type Expected } from './expected-rungs.ts';
import { nameOf } from './deadline-table.ts';
import { officeTime } from './office-time.ts';
import type { DemoPerson } from '@totrinh/embedded';

/** Half a day of business time in each second, from before Tết 2026: the reminders of some weeks in half a minute. */
const CLOCK = '2026-01-19T08:00:00+07:00,43200';
/** The shipped route of few steps: a draft of five working days on the standard ladder. */
const ROUTE = 'mot-nguoi-duyet';
const STEP = 'soan-thao';
/** The show is over once this has been said: everything that the standard ladder does has happened then. */
const LAST = 'qua-han 2';
const PATIENCE_MS = 240_000;
const LOOK_MS = 500;

/** One thing that time said of the dossier: the rung, the instant at which it was due and the one at which it was said, and who was told as what. */
export interface Said {
  readonly rung: string;
  readonly dueAt: string;
  readonly saidAt: string;
  readonly told: readonly { readonly person: string; readonly as: string }[];
}

/** What a dossier that went late led to, beside what it must have led to. */
export interface DeadlineShow {
  readonly code: string;
  readonly openedAt: string;
  readonly said: readonly Said[];
  readonly expected: readonly Expected[];
  /** Since when each entry of the leadership's briefing list about this dossier stands there. */
  readonly briefings: readonly string[];
  readonly people: readonly DemoPerson[];
  readonly seconds: number;
}

/**
 * A dossier of the sample whose drafter does nothing, in a house of its own with a business clock that runs fast; real worker, real Temporal. Leaves nothing
 * behind. Throws StartError where its last reminder does not come.
 */
export async function showDeadlines(say: (line: string) => void, signal?: AbortSignal): Promise<DeadlineShow> {
  const began = performance.now();
  const dataDir = await mkdtemp(join(tmpdir(), 'totrinh-deadlines-'));
  try {
    const house = await openHouse({ dataDir, port: 0, clock: CLOCK, onLine: say, ...(signal && { signal }) });
    try {
      const office = new Office(house, 'deadlines-', new Journal());
      const found = await goLate(office, say);
      const people = house.people.map((p) => ({ login: p.login, name: p.name, post: p.post }));
      return { ...found, people, seconds: Math.round((performance.now() - began) / 100) / 10 };
    } finally {
      await house.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function goLate(office: Office, say: (line: string) => void): Promise<Omit<DeadlineShow, 'people' | 'seconds'>> {
  const sample = readSample();
  await importSample(office, sample);
  const item = sample.items.find((i) => i.status !== 'issued');
  const drafter = sample.org.units.find((u) => u.id === item?.leadUnit)?.posts.drafter;
  if (!item || drafter === undefined) throw new Error('the sample has no open item with a drafter');
  const header = { 'Idempotency-Key': 'deadlines:create', Prefer: 'wait=10' };
  const login = `${item.leadUnit.toLowerCase()}-drafter`;
  const { dossier } = told(await office.as(login).POST('/api/v1/dossiers', { params: { header }, body: { route: ROUTE, item: item.code } }));
  const step = await openStep(office, dossier);
  const last = officeTime(new Date(Date.parse(step.dueAt) - 1).toISOString()).slice(0, 10);
  say(`${item.code}: mở ${officeTime(step.openedAt)}, hạn đến hết ngày ${last} / opened ${officeTime(step.openedAt)}, due by the end of ${last}`);
  const said = await listen(office, dossier, say);
  const briefings = told(await office.as(ADMINISTRATOR).GET('/api/v1/board/briefing', { params: { query: { limit: 200 } } })).items.filter((b) => b.dossier.id === dossier).map((b) => b.since);
  return { code: item.code, openedAt: step.openedAt, said, briefings, expected: speaksUntil(step.openedAt, LAST) };
}

async function openStep(office: Office, dossier: string): Promise<{ openedAt: string; dueAt: string }> {
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await pause(LOOK_MS)) {
    const step = told(await office.as(ADMINISTRATOR).GET('/api/v1/dossiers/{id}', { params: { path: { id: dossier } } })).steps.find((s) => s.path === STEP);
    if (step?.dueAt) return { openedAt: step.openedAt, dueAt: step.dueAt };
  }
  throw new StartError({ vi: 'Hồ sơ không mở được bước đầu', en: 'the dossier did not open its first step' });
}

/** Everything that is said of the dossier until the last; each printed as it comes. */
async function listen(office: Office, dossier: string, say: (line: string) => void): Promise<Said[]> {
  let heard = 0;
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await pause(LOOK_MS)) {
    const { items } = told(await office.as(ADMINISTRATOR).GET('/api/v1/dossiers/{id}/events', { params: { path: { id: dossier }, query: { limit: 200 } } }));
    const said = items.flatMap((e): Said[] => (e.type === 'rung.fired' || e.type === 'deadline.passed' ? [saidBy(e)] : [])).sort((a, b) => a.saidAt.localeCompare(b.saidAt) || a.dueAt.localeCompare(b.dueAt));
    for (const s of said.slice(heard)) say(`${officeTime(s.saidAt)}  ${nameOf(s.rung, 'vi')} / ${nameOf(s.rung, 'en')}`);
    heard = said.length;
    if (said.some((s) => s.rung === LAST)) return said;
  }
  throw new StartError({ vi: `Lần nhắc “${LAST}” không đến`, en: `the reminder "${LAST}" did not come` });
}

function saidBy(e: { readonly type: string; readonly at: string; readonly data: Readonly<Record<string, unknown>> }): Said {
  const rung = e.type === 'deadline.passed' ? 'overdue' : `${String(e.data['name'])} ${String(e.data['n'])}`;
  return { rung, dueAt: String(e.data['effectiveAt']), saidAt: e.at, told: (e.data['told'] ?? []) as Said['told'] };
}
