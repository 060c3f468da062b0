import { driveItem } from './drive-item.ts';
import { expectedNumbers, type ItemNumber } from './expected-numbers.ts';
import { checkChains, checkIncidents, checkRegisters, type Check } from './finish-checks.ts';
import { inParallel } from './in-parallel.ts';
import { Journal } from './journal.ts';
import { concludeMeeting, convene, planMeetings, type Held } from './meetings.ts';
import { ADMINISTRATOR, Office, told } from './office.ts';
import { plansOfReport, plansToNumbering, rulesOf, toTheAuthority, toTheEnd, type Plan, type Routes } from './plans.ts';
import { importSample, publishSampleRoutes } from './prepare.ts';
import type { Figures } from './report-table.ts';
import { readSampleRoutes } from './sample-routes.ts';
import { PROGRAMME_ID, readSample, REPORT_PERIOD, type Sample } from './sample.ts';

/** Items that are driven at the same time; each item's own acts follow one another. */
const LANES = 4;

export interface DemoOptions {
  readonly house: { readonly apiUrl: string; readonly issuer: string };
  /** Names the run in correlation ids, `demo-<run>-<n>`: letters, digits and underscores. */
  readonly run: string;
  /** Drive all ten to issue. */
  readonly finish: boolean;
  /** Appends the client's journal to this file, one line an attempt. */
  readonly journalFile?: string;
  /** A line of progress, Vietnamese first. */
  readonly say: (line: string) => void;
}

/** What a run found; all of it read back through the API. */
export interface DemoReport {
  readonly sample: Sample;
  readonly figures: Figures;
  /** Acts that this run's requests made, by the client's journal. */
  readonly actions: number;
  /** Acts in the record under this run's correlation ids. */
  readonly recorded: number;
  /** Whether both are the same acts, id by id. */
  readonly agrees: boolean;
  readonly seconds: number;
  readonly checks: readonly Check[];
  readonly numbers: readonly ItemNumber[];
}

/**
 * The sample programme driven through the API by its people, from wherever it stands, and read back. Adds nothing where
 * nothing is to be done. Throws StartError when the API refuses or stays silent.
 */
export async function runDemo(options: DemoOptions): Promise<DemoReport> {
  const began = performance.now();
  const office = new Office(options.house, `demo-${options.run}-`, new Journal(options.journalFile));
  const sample = readSample();
  const before = await recordedActs(office);
  const routes = readSampleRoutes();
  const published = await publishSampleRoutes(office, routes);
  if (published.length > 0) options.say(`Đã công bố ${published.length} quy trình / ${published.length} routes are published`);
  const added = await importSample(office, sample);
  if (added > 0) options.say(`Đã nhập ${added} nội dung của Chương trình / ${added} items imported`);
  const demo: Driving = { office, sample, routes, say: options.say, seenAt: new Map() };
  await (options.finish ? finishAll(demo) : driveAll(demo, plansOfReport(sample, routes)));
  const programme = await readProgramme(office);
  const checks = options.finish ? await finishChecks(demo, programme.items.flatMap((i) => i.dossier ?? [])) : [];
  const made = office.journal.acts();
  const recorded = [...(await recordedActs(office))].filter((act) => !before.has(act));
  const { counts } = programme;
  const expected = options.finish ? expectedNumbers(sample) : new Map<string, string>();
  return {
    sample, checks, actions: made.size, recorded: recorded.length, agrees: recorded.length === made.size && recorded.every((act) => made.has(act)),
    figures: { ...counts, completedPct: counts.completedPctText, completedInPeriod: counts.completedInPeriod ?? 0, agenciesCompletedInPeriod: counts.agenciesCompletedInPeriod ?? 0 },
    numbers: [...expected].map(([code, number]) => ({ code, expected: number, given: programme.items.find((i) => i.code === code)?.number ?? null })),
    seconds: Math.round((performance.now() - began) / 100) / 10,
  };
}

interface Driving {
  readonly office: Office;
  readonly sample: Sample;
  readonly routes: Routes;
  readonly say: (line: string) => void;
  /** At which steps each item was seen last, so that a line is printed once. */
  readonly seenAt: Map<string, string>;
}

async function driveAll(demo: Driving, plans: readonly Plan[]): Promise<void> {
  const known = await knownDossiers(demo);
  await inParallel(plans, LANES, (plan) => driveOne(demo, plan, known, null));
}

/**
 * All ten to the authority; each body's meeting, with the agenda in the order of items; then until they wait for a number, and
 * at last one after another, so that numbers follow the order of the items.
 */
async function finishAll(demo: Driving): Promise<void> {
  const { office, sample, routes } = demo;
  const plans = plansToNumbering(sample, routes);
  await driveAll(demo, plans.map((p) => toTheAuthority(p, routes)));
  const known = await knownDossiers(demo);
  const meetings = await planMeetings(office, sample, routes, plans);
  for (const held of meetings) await holdMeeting(demo, held, known);
  await driveAll(demo, plans);
  for (const held of meetings) await concludeMeeting(office, held, known);
  for (const plan of plans) await driveOne(demo, toTheEnd(plan), known, null);
}

async function holdMeeting(demo: Driving, held: Held, known: ReadonlyMap<string, string>): Promise<void> {
  demo.say(`Hội nghị của ${demo.sample.org.bodies.find((b) => b.id === held.body)?.name ?? held.body}, ${held.plans.length} nội dung trong chương trình / meeting with ${held.plans.length} on its agenda`);
  for (const plan of held.plans) await driveOne(demo, toTheAuthority(plan, demo.routes, true), known, held.id);
  await convene(demo.office, demo.sample, held);
}

async function knownDossiers({ office }: Driving): Promise<ReadonlyMap<string, string>> {
  return new Map((await readProgramme(office)).items.flatMap((i): [string, string][] => (i.dossier === null ? [] : [[i.code, i.dossier]])));
}

async function driveOne({ office, routes, say, seenAt }: Driving, plan: Plan, known: ReadonlyMap<string, string>, meeting: string | null): Promise<void> {
  const onStep = (of: Plan, path: string, title: string): void => {
    if (path !== seenAt.get(of.code)) say(`${of.code}  ${title}`);
    seenAt.set(of.code, path);
  };
  await driveItem({ office, plan, order: Object.keys(rulesOf(routes, plan.route).steps), dossier: known.get(plan.code) ?? null, meeting, onStep });
}

type Programme = Awaited<ReturnType<typeof readProgramme>>;

async function readProgramme(office: Office) {
  return told(await office.as(ADMINISTRATOR).GET('/api/v1/programmes/{id}', { params: { path: { id: PROGRAMME_ID }, query: REPORT_PERIOD } }));
}

async function finishChecks({ office, sample, routes }: Driving, dossiers: Programme['items'][number]['id'][]): Promise<Check[]> {
  const plans = plansToNumbering(sample, routes);
  const api = office.as(ADMINISTRATOR);
  const read = await Promise.all(dossiers.map(async (id) => told(await api.GET('/api/v1/dossiers/{id}', { params: { path: { id } } }))));
  return [await checkRegisters(office, sample), await checkChains(office, dossiers), ...checkIncidents(plans, read.filter((d) => plans.some((p) => p.code === d.item?.code)))];
}

/** The acts in the record under this run's correlation ids. */
async function recordedActs(office: Office): Promise<Set<string>> {
  const api = office.as(ADMINISTRATOR);
  const acts = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = told(await api.GET('/api/v1/acts', { params: { query: { correlationId: office.correlationPrefix, limit: 200, ...(cursor !== undefined && { cursor }) } } }));
    for (const act of page.items) acts.add(act.id);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return acts;
}
