import { readFileSync } from 'node:fs';
import type { House } from '@totrinh/cli';
import { createDataSource } from '@totrinh/persistence';
import { faultsOf } from '../house/ledger-checks.ts';

interface Line { readonly person: string; readonly key: string; readonly method: string; readonly path: string; readonly status: number | 'no answer'; readonly act: string | null }

/** What the client knew and what the record holds, compared act by act. */
export interface Verdict {
  /** Acts in the record under the run's correlation ids. */
  readonly acts: number;
  /** Requests that were left without an answer at least once. */
  readonly unanswered: number;
  /** Acts that were acknowledged and are not in the record. */
  readonly lost: readonly string[];
  /** Acts in the record that no answer ever named, and requests that were answered with two different acts. */
  readonly doubled: readonly string[];
  /** What is wrong with chains, tables, registers or the outbox. */
  readonly faults: readonly string[];
  /** Each item's way: steps with round and outcome, then its number and state. */
  readonly endState: string;
}

/** Judges a house after a run, by the client's journal of answers and by the tables. */
export async function judge(house: House, run: string, journalFile: string): Promise<Verdict> {
  const source = await createDataSource(house.dbUrl, 4).initialize();
  try {
    const look = <T>(sql: string, values: readonly unknown[] = []): Promise<T[]> => source.query(sql, [...values]);
    const journal = readFileSync(journalFile, 'utf8').trim().split('\n').map((l) => JSON.parse(l) as Line);
    const recorded = new Set((await look<{ id: string }>(`select id from totrinh.act where correlation_id like $1`, [`demo-${run}-%`])).map((r) => r.id));
    const answered = Map.groupBy(journal.filter((l) => l.act !== null && l.status !== 'no answer' && l.status < 300), (l) => `${l.person} ${l.method} ${l.path} ${l.key}`);
    const named = new Set([...answered.values()].flatMap((lines) => lines.map((l) => l.act ?? '')));
    const twice = [...answered].filter(([, lines]) => new Set(lines.map((l) => l.act)).size > 1).map(([request]) => request);
    const dossiers = await look<{ id: string }>('select id from totrinh.dossier order by id');
    const faults: string[] = [];
    for (const { id } of dossiers) faults.push(...(await faultsOf({ look, source } as Parameters<typeof faultsOf>[0], id)).map((f) => `${id}: ${f}`));
    faults.push(...(await registerFaults(look)), ...(await left(look)));
    return {
      acts: recorded.size, unanswered: new Set(journal.filter((l) => l.status === 'no answer').map((l) => l.key)).size,
      lost: [...named].filter((act) => !recorded.has(act)), doubled: [...[...recorded].filter((act) => !named.has(act)), ...twice], faults, endState: await endState(look),
    };
  } finally {
    await source.destroy();
  }
}

type Look = <T>(sql: string, values?: readonly unknown[]) => Promise<T[]>;

async function registerFaults(look: Look): Promise<string[]> {
  const gaps = await look<{ id: string }>(
    `select s.register_id || ' ' || s.series as id from totrinh.register_series s
     where s.next - s.first <> (select count(distinct n.number) from totrinh.register_number n where n.register_id = s.register_id and n.series = s.series and n.number >= s.first and n.number < s.next)`);
  return gaps.map((g) => `register ${g.id} has a gap or a double`);
}

async function left(look: Look): Promise<string[]> {
  const outbox = await look<{ dossier_id: string }>('select dossier_id from totrinh.outbox');
  const open = await look<{ id: string }>(`select id from totrinh.dossier where status = 'open'`);
  return [...outbox.map((o) => `outbox still calls for ${o.dossier_id}`), ...open.map((d) => `dossier ${d.id} is still open`)];
}

async function endState(look: Look): Promise<string> {
  const rows = await look<{ line: string }>(
    `select i.code || ' ' || i.state || ' ' || d.status || ' ' || coalesce(d.number, '-') || ' ' ||
       coalesce((select string_agg(s.path || ':' || s.round || ':' || coalesce(s.outcome, s.state), ' ' order by s.opened) from totrinh.step s where s.dossier_id = d.id), '') as line
     from totrinh.item i join totrinh.dossier d on d.id = i.dossier_id order by i.code`);
  return rows.map((r) => r.line).join('\n');
}
