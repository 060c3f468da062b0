import type { DataSource } from 'typeorm';
import { factsOf, verifyChain, type ChainFault, type StoredEvent, type StoredWord } from '../chain/verify-chain.ts';
import { brokenCalendars, type BrokenCalendar } from '../ledger/doctor-office.ts';
import type { NumberState } from '../ledger/registers.ts';
import type { Row } from '../tx.ts';
import { reading, readingOneSnapshot } from './viewer.ts';

/** A number as a chain says that it was given. */
export interface ChainedNumber { readonly register: string; readonly series: string; readonly number: number; readonly text: string; readonly on: string }

/** What an audit found in one dossier: its code, how many events, how many words are there and how many erased, faults, numbers. */
export interface AuditedDossier {
  readonly dossier: string;
  readonly code: string;
  readonly events: number;
  readonly words: number;
  readonly erased: number;
  readonly faults: readonly ChainFault[];
  readonly numbers: readonly ChainedNumber[];
}

/** A row of a register; numbers that are void or were given elsewhere need no dossier. */
export interface RegisteredNumber extends Row { readonly number: number; readonly text: string; readonly on: string; readonly dossier: string | null; readonly state: NumberState }

/** A series of a register with every number that it has given, in their order. */
export interface AuditedSeries { readonly register: string; readonly series: string; readonly first: number; readonly next: number; readonly lastOn: string | null; readonly numbers: readonly RegisteredNumber[] }

/** "Is the whole record as it was written?": every chain and every register, for whoever answers for the database. */
export class AuditReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** Ids of dossiers behind `after` (null: from the first), in their order. */
  async dossiers(after: string | null, limit: number): Promise<string[]> {
    return reading(this.#source, async (tx) => (await tx.read<Row & { id: string }>('select id from totrinh.dossier where $1::uuid is null or id > $1 order by id limit $2', [after, limit])).map((row) => row.id));
  }

  /** The id of a dossier by its id or its code (HS-000001); null where there is none. */
  async find(name: string): Promise<string | null> {
    return reading(this.#source, async (tx) => (await tx.read<Row & { id: string }>('select id from totrinh.dossier where id::text = lower($1) or code = upper($1)', [name]))[0]?.id ?? null);
  }

  /** Verifies one dossier's chain with its words, in one snapshot. */
  verify(dossier: string): Promise<AuditedDossier> {
    return readingOneSnapshot(this.#source, async (tx) => {
      const head = (await tx.read<Row & { code: string; seq: number; hash: string }>('select code, seq, head_hash as hash from totrinh.dossier where id = $1', [dossier]))[0];
      const events = await tx.read<Row & StoredEvent>('select seq, type, at, act_id as act, body, hash from totrinh.event where dossier_id = $1 order by seq', [dossier]);
      const words = await tx.read<Row & StoredWord>('select seq, field, salt, value from totrinh.event_private where dossier_id = $1 order by seq, field', [dossier]);
      const faults = verifyChain(dossier, events, head ?? { seq: 0, hash: '' }, words);
      return { dossier, code: head?.code ?? '', events: events.length, words: words.length, erased: words.filter((w) => w.value === null).length, faults, numbers: numbersOf(events, faults) };
    });
  }

  /** Every calendar's chain: how many versions there are, and which is wrong first. */
  calendars(): Promise<{ readonly versions: number; readonly broken: readonly BrokenCalendar[] }> {
    return readingOneSnapshot(this.#source, async (tx) => {
      const [counted] = await tx.read<Row & { versions: number }>('select count(*)::int as versions from totrinh.calendar_version');
      return { versions: counted?.versions ?? 0, broken: await brokenCalendars(tx) };
    });
  }

  /** Every series with its numbers, in one snapshot. */
  series(): Promise<AuditedSeries[]> {
    return readingOneSnapshot(this.#source, async (tx) => {
      const series = await tx.read<Row & Omit<AuditedSeries, 'numbers'>>('select register_id as register, series, first, next, last_on::text as "lastOn" from totrinh.register_series order by register_id, series');
      const given = await tx.read<RegisteredNumber & { register: string; series: string }>(
        'select register_id as register, series, number, text, given_on::text as "on", dossier_id as dossier, state from totrinh.register_number order by register_id, series, number');
      const ofSeries = Map.groupBy(given, (n) => `${n.register} ${n.series}`);
      return series.map((s) => ({ ...s, numbers: ofSeries.get(`${s.register} ${s.series}`) ?? [] }));
    });
  }
}

/** The numbers that a chain gives; a body that cannot be read gives none, and is a fault already. */
function numbersOf(events: readonly StoredEvent[], faults: readonly ChainFault[]): ChainedNumber[] {
  const unreadable = new Set(faults.filter((f) => f.fault === 'canonical').map((f) => f.seq));
  const given = events.filter((e) => e.type === 'number.given' && !unreadable.has(e.seq));
  return factsOf(given).flatMap((f) => (f.type === 'number.given' ? [{ register: f.data.register, series: f.data.series, number: f.data.number, text: f.data.text, on: f.data.on }] : []));
}
