import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporal } from '@temporalio/proto';
import { DeterminismViolationError } from '@temporalio/workflow';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import { buildWorkflowBundle } from '@totrinh/worker';
import { liveEngineDossier } from './engine-life.ts';
import { liveClock, liveDossier } from './lives.ts';
import { plainHistory } from './plain-history.ts';
import { quietTemporal } from './quiet-temporal.ts';

quietTemporal();

// Lives that workflows have led on a real server, one folder for each state of the workflows' code that was in use. Whoever changes
// the workflows runs this suite, commits, and records the new lives into a folder named after that commit: UPDATE_HISTORIES=<commit>.
// A folder is never written over.
const HISTORIES = fileURLToPath(new URL('./histories/', import.meta.url));
const recorded = readdirSync(HISTORIES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).sort();

interface Recorded { readonly workflowId: string; readonly history: Record<string, unknown> }
const decoded = (data: string): string => Buffer.from(data, 'base64').toString('utf8');
const encoded = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const read = (name: string): Recorded => JSON.parse(readFileSync(join(HISTORIES, name), 'utf8')) as Recorded;

/** Keeps a life where UPDATE_HISTORIES asks for it. */
function keep(name: string, life: Recorded): void {
  const folder = process.env['UPDATE_HISTORIES'];
  if (!folder) return;
  mkdirSync(join(HISTORIES, folder), { recursive: true });
  writeFileSync(join(HISTORIES, folder, `${name}.json`), `${JSON.stringify(life, undefined, 1)}\n`, { flag: 'wx' });
}

/** Every text of a life, payloads as they can be read. */
function textsOf(life: Recorded): string {
  return JSON.stringify(life, (key, value: unknown) => (key === 'data' && typeof value === 'string' ? decoded(value) : value));
}

describe('workflows that are under way replay on the code of today', () => {
  let workflowBundle: WorkflowBundle;
  beforeAll(async () => {
    workflowBundle = await buildWorkflowBundle();
  }, 60_000);

  const replay = ({ workflowId, history }: Recorded): Promise<void> => Worker.runReplayHistory({ workflowBundle }, temporal.api.history.v1.History.fromObject(history), workflowId);

  test('there are lives of a dossier and of the clock', () => {
    expect(recorded.map((name) => name.split('/').at(-1))).toEqual(expect.arrayContaining(['dossier.json', 'clock.json']));
  });

  test.each(recorded)('%s', async (name) => {
    await replay(read(name));
  });

  test.each([['dossier', liveDossier], ['clock', liveClock]])('what a %s lives today replays today', async (name, live) => {
    const { workflowId, history } = await live(randomUUID());
    const life = { workflowId, history: plainHistory(history) };
    await replay(life);
    keep(name, life);
  });

  test('what a dossier lives today that goes on by itself and is continued as new replays today', async () => {
    const { workflowId, runs } = await liveEngineDossier();
    const lives = runs.map((history) => ({ workflowId, history: plainHistory(history) }));
    for (const life of lives) await replay(life);
    const [first = '', second = ''] = lives.map((life) => textsOf(life));
    expect([first, second].map((text) => text.includes('runEffect'))).toEqual([true, true]);
    expect([first.includes('workflowExecutionContinuedAsNewEventAttributes'), second.includes('workflowExecutionCompletedEventAttributes')]).toEqual([true, true]);
    expect(first).toContain('answered 503');
    lives.forEach((life, n) => keep(`engine-${n + 1}`, life));
  }, 120_000);

  test.each(recorded)('%s tells nothing of the machine that it was recorded on', (name) => {
    // A path of two folders at least, an address, a file's own place.
    expect(textsOf(read(name)).match(/(?:^|[\s"'(=:])\/[\w.@-]+\/[\w.@/-]+|file:\/\/|[A-Za-z]:\\\\|\b\d{1,3}(?:\.\d{1,3}){3}\b|localhost/g) ?? []).toEqual([]);
  });

  test('a life that today would be led another way is found', async () => {
    const life = recorded.findLast((name) => name.endsWith('dossier.json')) ?? '';
    const { workflowId, history } = read(life);
    // The record of another code: its moves were made by an activity of another name.
    const changed = JSON.stringify(history, (key, value: unknown) => (key === 'data' && typeof value === 'string' ? encoded(decoded(value).replace('"advance"', '"promote"')) : value));
    expect(changed).not.toBe(JSON.stringify(history));
    await expect(replay({ workflowId, history: JSON.parse(changed) as Recorded['history'] })).rejects.toThrow(DeterminismViolationError);
  });
});
