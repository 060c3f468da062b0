import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { decide, type Desk } from '@totrinh/casework';
import type { OpenTask } from './seed-dossiers.ts';

export interface Statement { readonly text: string; readonly values: readonly unknown[] }

/** The statements that one decision sends, as they went over the wire: what pgbench then repeats. */
export async function captureDecision(desk: Desk, task: OpenTask): Promise<Statement[]> {
  const sent: Statement[] = [];
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function capture(this: pg.Client, ...args: unknown[]) {
    const first = args[0] as { text?: string; values?: unknown[] };
    if (typeof first === 'object' && typeof first.text === 'string') sent.push({ text: first.text, values: first.values ?? [] });
    return Reflect.apply(original, this, args) as unknown;
  } as typeof original;
  try {
    const request = { actor: task.person, key: `capture-${task.task}`, request: 'captured', correlationId: 'bench-capture' };
    const answer = await decide(desk, { task: task.task, outcome: 'approved', reason: null }, request);
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  } finally {
    pg.Client.prototype.query = original;
  }
  return sent;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The same statements as a pgbench script: what belongs to the dossier comes from table `bench_task`, walked in the order
 * of a shuffle (each client its own share); fresh ids are fresh; everything else is the captured value, of the same length.
 */
export function pgbenchScript(statements: readonly Statement[], captured: OpenTask & { step: string; appointment: string }, share: number): string {
  const named = new Map<string, string>([[captured.dossier, 'dossier'], [captured.task, 'task'], [captured.step, 'step'], [captured.person, 'person'], [captured.appointment, 'appointment']]);
  const fresh: string[] = [];
  const nameOf = (value: string): string => {
    const known = named.get(value);
    if (known) return known;
    const name = `fresh${fresh.length}`;
    named.set(value, name);
    fresh.push(name);
    return name;
  };
  const literal = (value: unknown): string => {
    if (value === null) return 'null';
    if (value instanceof Date) return `'${value.toISOString()}'`;
    if (Array.isArray(value)) return value.some((v) => typeof v === 'string' && (UUID.test(v) || named.has(v))) ? `array[${value.map(literal).join(', ')}]` : `'${pgArray(value)}'`;
    const text = String(value);
    if (UUID.test(text) || named.has(text)) return `:${nameOf(text)}`;
    return text.startsWith('capture-') ? `'bench-' || :n` : `'${text.replaceAll("'", "''").replaceAll(/:(?=[a-z])/g, ': ')}'`;
  };
  const body = statements.map((s) => `${s.text.replace(/\s+/g, ' ').replace(/\$(\d+)/g, (_, n: string) => literal(keyed(s.values[Number(n) - 1])))};`);
  function keyed(value: unknown): unknown { return typeof value === 'string' && value.includes('capture-') ? 'capture-' : value; }
  return [
    `\\set i :i + 1`, `\\set n :client_id * ${share} + :i`,
    `select dossier, task, step, person, appointment${fresh.map((f) => `, gen_random_uuid() as ${f}`).join('')} from bench_task where n = :n \\gset`,
    ...body, '',
  ].join('\n');
}

function pgArray(values: readonly unknown[]): string {
  const cell = (v: unknown): string => (v === null ? 'null' : v instanceof Date ? `"${v.toISOString()}"` : `"${String(v).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`);
  return `{${values.map(cell).join(',')}}`.replaceAll("'", "''").replaceAll(/:(?=[a-z])/g, ': ');
}

export function hasPgbench(): boolean {
  return spawnSync('pgbench', ['--version']).status === 0;
}

export interface PgbenchResult { readonly perSecond: number; readonly averageMs: number }

/** Runs the script for `transactions` per client and answers what pgbench printed. */
export async function runPgbench(url: string, script: string, clients: number, transactions: number, begin: number): Promise<PgbenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'totrinh-pgbench-'));
  try {
    await writeFile(join(folder, 'decision.sql'), script);
    const output = await new Promise<string>((resolve, reject) => {
      const child = spawn('pgbench', ['-n', '-c', String(clients), '-j', String(Math.min(2, clients)), '-t', String(transactions), '-M', 'prepared', '-D', `i=${begin}`, '-f', join(folder, 'decision.sql'), url], { stdio: ['ignore', 'pipe', 'pipe'] });
      let text = '';
      child.stdout.on('data', (d: Buffer) => { text += d.toString(); });
      child.stderr.on('data', (d: Buffer) => { text += d.toString(); });
      child.on('error', reject);
      child.on('close', (code) => (code === 0 ? resolve(text) : reject(new Error(text.slice(-2000)))));
    });
    const perSecond = Number(/tps = ([\d.]+)/.exec(output)?.[1]);
    const averageMs = Number(/latency average = ([\d.]+)/.exec(output)?.[1]);
    if (!Number.isFinite(perSecond)) throw new Error(`pgbench said: ${output.slice(-500)}`);
    return { perSecond, averageMs };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
