import type { AuditReadModel, AuditedDossier, AuditedSeries, BrokenCalendar, ChainedNumber } from '@totrinh/persistence';
import { seriesFaults } from './audit-registers.ts';

/** A fault of the record: where, which code, and a sentence in Vietnamese and English. */
export interface AuditFault { readonly where: string; readonly code: string; readonly vi: string; readonly en: string }

export interface Audit {
  readonly dossiers: number;
  readonly events: number;
  readonly words: number;
  readonly erased: number;
  /** Versions of calendars. */
  readonly calendars: number;
  readonly series: readonly AuditedSeries[];
  readonly faults: readonly AuditFault[];
}

const PAGE = 200;

const CHAIN_FAULTS = {
  missing: ['thiếu, thừa hoặc đổi chỗ một sự kiện', 'an event is missing, added or out of its place'],
  hash: ['nội dung không khớp mã băm', 'the body does not match its hash'],
  prev: ['không nối với sự kiện trước', 'it is not chained to the event before'],
  order: ['thời điểm đi lùi', 'its instant goes back'],
  columns: ['các cột không khớp nội dung', 'the columns do not match the body'],
  canonical: ['nội dung không ở dạng chuẩn', 'the body is not in canonical form'],
  word: ['lời ghi kèm không khớp mã băm, bị thêm hoặc bị bỏ', 'a word does not match its digest, was added or taken out'],
  head: ['chuỗi không kết thúc ở chỗ hồ sơ ghi: bị cắt hoặc bị sửa', 'the chain does not end where the dossier says: cut or changed'],
} as const;

/**
 * Verifies every chain, a page of dossiers at a time, every register against them, and the chains of calendars; `only` one dossier where
 * it is named (then no register, since its numbers stand in others too, and no calendar). `onProgress` hears how many dossiers were verified.
 */
export async function auditRecord(model: AuditReadModel, only: string | null, onProgress: (dossiers: number) => void = () => undefined): Promise<Audit> {
  const sums = { dossiers: 0, events: 0, words: 0, erased: 0 };
  const faults: AuditFault[] = [];
  const chained = new Map<string, ChainedNumber & { dossier: string }>();
  // Offices go on issuing meanwhile: numbers that were there before must be on a chain, those on a chain must be there afterwards.
  const series = only === null ? await model.series() : [];
  for await (const audited of each(model, only)) {
    sums.dossiers += 1;
    sums.events += audited.events;
    sums.words += audited.words;
    sums.erased += audited.erased;
    faults.push(...chainFaults(audited));
    for (const n of audited.numbers) chained.set(`${n.register} ${n.series} ${n.number}`, { ...n, dossier: audited.dossier });
    if (sums.dossiers % PAGE === 0) onProgress(sums.dossiers);
  }
  for (const s of series) faults.push(...seriesFaults(s, chained));
  if (only === null) faults.push(...unregistered(await model.series(), chained));
  const calendars = only === null ? await model.calendars() : { versions: 0, broken: [] };
  faults.push(...calendars.broken.map(calendarFault));
  return { ...sums, calendars: calendars.versions, series, faults };
}

async function* each(model: AuditReadModel, only: string | null): AsyncGenerator<AuditedDossier> {
  if (only !== null) return yield await model.verify(only);
  for (let ids = await model.dossiers(null, PAGE); ids.length > 0; ids = await model.dossiers(ids.at(-1) ?? null, PAGE)) {
    for (const id of ids) yield await model.verify(id);
  }
}

function chainFaults({ dossier, code, faults }: AuditedDossier): AuditFault[] {
  return faults.map(({ seq, fault }) => {
    const [vi, en] = CHAIN_FAULTS[fault];
    return { where: `${code} ${dossier} #${seq}`, code: `CHAIN_${fault.toUpperCase()}`, vi, en };
  });
}

function calendarFault({ calendar, version, fault }: BrokenCalendar): AuditFault {
  return { where: `lịch/calendar ${calendar}:${version}`, code: `CALENDAR_${fault.toUpperCase()}`, vi: 'chuỗi phiên bản của lịch bị sửa, thiếu hoặc bị cắt', en: 'the chain of the calendar’s versions was changed, has a gap or was cut' };
}

/** Numbers that a chain gives and no register holds. */
function unregistered(series: readonly AuditedSeries[], chained: ReadonlyMap<string, ChainedNumber & { dossier: string }>): AuditFault[] {
  const held = new Set(series.flatMap((s) => s.numbers.map((n) => `${s.register} ${s.series} ${n.number}`)));
  return [...chained].filter(([name]) => !held.has(name)).map(([, n]) => ({ where: `${n.register} ${n.series} ${n.number}`, code: 'NUMBER_UNREGISTERED', vi: `hồ sơ ${n.dossier} ghi số ${n.text} mà sổ không có`, en: `dossier ${n.dossier} has number ${n.text}, which the register lacks` }));
}
