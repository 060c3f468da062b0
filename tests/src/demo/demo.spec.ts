import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient, must, type ApiClient } from '@totrinh/api-client';
import { signIn } from '@totrinh/embedded';
import { sampleProgramme } from '../../../apps/cli/src/demo/sample-programme.ts';
import { PROGRAMME_ID, readSample, REPORT_PERIOD } from '../../../apps/cli/src/demo/sample.ts';
import type { JournalLine } from '../../../apps/cli/src/demo/journal.ts';
import { eventually } from '../house/eventually.ts';
import type { HouseAddress } from '../house/house-address.ts';
import { closeKeeper, openKeeper } from '../house/keeper-process.ts';
import { totrinh, type Ran } from './run-totrinh.ts';

// A house of its own: the numbers that the registers give must be the demo's alone.
const sample = readSample();
const MINUTES = 60_000;
let house: HouseAddress;
let administrator: ApiClient;
const folder = mkdtempSync(join(tmpdir(), 'totrinh-demo-'));
const journalOf = (run: string): string => join(folder, `${run}.jsonl`);
const linesOf = (run: string): JournalLine[] => readFileSync(journalOf(run), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as JournalLine);

beforeAll(async () => {
  house = JSON.parse(readFileSync(await openKeeper(join(folder, 'data')), 'utf8')) as HouseAddress;
  const { accessToken } = await signIn({ issuer: house.issuer, login: 'vptu-admin' });
  administrator = createClient({ baseUrl: house.apiUrl, token: accessToken });
}, 5 * MINUTES);
afterAll(async () => {
  await closeKeeper();
  rmSync(folder, { recursive: true, force: true });
}, MINUTES);

const demo = (run: string, ...args: string[]): ReturnType<typeof totrinh> => totrinh('demo', '--data', house.dataDir, '--run', run, '--journal', journalOf(run), ...args);
const figuresOf = (ran: Ran): Record<string, number> => JSON.parse(ran.stdout) as Record<string, number>;
const REPORT = { total: 34, completed: 24, completedInPeriod: 7, agenciesCompletedInPeriod: 7, submitted: 5, remaining: 10, notYetSubmitted: 5 };

async function actsOf(run: string): Promise<string[]> {
  const acts: string[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const query: { correlationId: string; limit: number; cursor?: string } = { correlationId: `demo-${run}-`, limit: 200, ...(cursor && { cursor }) };
    const page = await must(administrator.GET('/api/v1/acts', { params: { query } }));
    acts.push(...page.items.map((a) => a.id));
    cursor = page.next;
  }
  return acts;
}

describe('npm run demo', () => {
  test('the ten open items are driven to the table of 13/7/2022, each action an act in the record', async () => {
    const ran = await demo('first', '--json').ended;
    expect({ ...figuresOf(ran), stderr: ran.stderr }).toMatchObject(REPORT);
    expect(ran.code).toBe(0);
    const acts = await actsOf('first');
    expect(figuresOf(ran)['actions']).toBe(acts.length);
    expect(new Set(linesOf('first').flatMap((l) => l.act ?? []))).toEqual(new Set(acts));
  }, 3 * MINUTES);

  test('a second run prints the same table beside the expected one and adds nothing', async () => {
    const { code, stdout } = await demo('second').ended;
    expect(stdout).toContain('DỮ LIỆU MẪU');
    expect(stdout).toMatch(/Đã hoàn thành +24 \(70,6%\) +24 \(70,6%\) +✓/);
    expect(stdout).toMatch(/Completed in the first half of 2022 +7, 7 agencies +7, 7 agencies +✓/);
    expect(stdout).toContain('0 hành động của lượt này, 0 hành động được ghi nhận');
    expect(stdout).not.toContain('✗');
    expect({ code, acts: await actsOf('second') }).toEqual({ code: 0, acts: [] });
  }, MINUTES);

  test('what the API tells of each item is what the sample says', async () => {
    const { data } = await administrator.GET('/api/v1/programmes/{id}', { params: { path: { id: PROGRAMME_ID }, query: REPORT_PERIOD } });
    const told = data!.items.map((i) => ({ code: i.code, no: i.no, kind: i.kind, title: i.title, leadUnit: i.leadUnit.id, cooperating: i.cooperating.map((u) => u.id), authority: i.authority.id, deadlineOn: i.deadline.on, deadlineText: i.deadline.text }));
    const facts = sampleProgramme(sample).items.map(({ code, no, kind, title, leadUnit, cooperating, authority, deadlineOn, deadlineText }) => ({ code, no, kind, title, leadUnit, cooperating, authority, deadlineOn, deadlineText }));
    expect(told).toEqual(facts);
    expect(data!.items.filter((i) => i.state === 'completed').map((i) => [i.code, i.stateOn])).toEqual(sample.items.filter((i) => i.status === 'issued').map((i) => [i.code, i.issuedOn]));
    expect(data!.items.filter((i) => i.state === 'submitted').map((i) => i.code)).toEqual(sample.items.filter((i) => i.status === 'submitted').map((i) => i.code));
  });

  test('a run that is killed on the way to the end is gone on with: 34 completed, numbers as the sample says', async () => {
    const cut = demo('cut', '--finish');
    await eventually('the run is in the midst of its work', () => existsSync(journalOf('cut')) && linesOf('cut').length > 60, { withinMs: MINUTES });
    cut.child.kill('SIGKILL');
    await cut.ended;
    const { code, stdout, stderr } = await demo('finish', '--finish').ended;
    expect({ stdout, stderr, code }).toMatchObject({ code: 0 });
    expect(stdout).toMatch(/Đã hoàn thành +34 \(100,0%\) +34 \(100,0%\) +✓/);
    for (const number of ['12-ĐA/TU', '15-ĐA/TU', '69-KH/TU', '182/KH-UBND', '2393/QĐ-UBND']) expect(stdout).toContain(number);
    expect(stdout).not.toContain('✗');
    // Requests that were under way when the run was killed may have been obeyed without anybody hearing of it: at most one a lane.
    const heard = new Set(linesOf('cut').flatMap((l) => l.act ?? []));
    const unheard = (await actsOf('cut')).filter((act) => !heard.has(act));
    expect(unheard.length).toBeLessThanOrEqual(4);
  }, 5 * MINUTES);

  test('after the end nothing is added any more', async () => {
    const ran = await demo('after', '--finish', '--json').ended;
    expect(figuresOf(ran)).toMatchObject({ total: 34, completed: 34, completedInPeriod: 7, remaining: 0, actions: 0 });
    expect(ran.code).toBe(0);
  }, MINUTES);
});

describe('totrinh routes, totrinh programme', () => {
  test('a route file with an unknown outcome is refused with its line and column', async () => {
    const file = join(folder, 'sai.yaml');
    writeFileSync(file, readFileSync(new URL('../../../apps/cli/data/routes/de-an-mau.yaml', import.meta.url), 'utf8').replace('{ approved: lay-y-kien, returned: soan-thao }', '{ approved: lay-y-kien, returned: soan-thao, ignored: soan-thao }'));
    const { code, stderr } = await totrinh('routes', 'check', file).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/sai\.yaml:\d+:\d+ .*“ignored”.* \/ .*“ignored”/);
  });

  test('a route is published as the next version by the administrator alone', async () => {
    const file = join(folder, 'khac.yaml');
    writeFileSync(file, readFileSync(new URL('../../../apps/cli/data/routes/de-an-mau.yaml', import.meta.url), 'utf8').replace('route: de-an-mau', 'route: de-an-khac'));
    expect((await totrinh('routes', 'publish', file, '--data', house.dataDir, '--as', 'btctu-drafter').ended).code).toBe(1);
    expect((await totrinh('routes', 'publish', file, '--data', house.dataDir).ended).stdout).toContain('de-an-khac: phiên bản 1');
    expect((await totrinh('routes', 'list', '--data', house.dataDir).ended).stdout).toMatch(/de-an-khac +v1/);
  }, MINUTES);

  test('importing the sample again adds nothing', async () => {
    const { code, stdout } = await totrinh('programme', 'import', fileURLToPath(new URL('../../../apps/cli/data/program-01.json', import.meta.url)), '--data', house.dataDir).ended;
    expect(stdout).toContain('thêm 0 nội dung');
    expect(code).toBe(0);
  });
});
