import type { DossierAnswer } from '@totrinh/api-schema';
import { ADMINISTRATOR, told, type Office } from './office.ts';
import type { Sample } from './sample.ts';

/** One thing that must hold once all ten are issued, and whether it does; `seen` says what was found. */
export interface Check {
  readonly vi: string;
  readonly en: string;
  readonly ok: boolean;
  readonly seen: string;
}

/** Each series begins where the sample says and has a row for every number it gave. */
export async function checkRegisters(office: Office, sample: Sample): Promise<Check> {
  const { items } = told(await office.as(ADMINISTRATOR).GET('/api/v1/registers', { params: { query: { limit: 200 } } }));
  const faults = sample.org.registers.flatMap((r) => {
    const name = `${r.issuer} ${r.type}`;
    const series = items.find((i) => i.issuer === r.issuer && i.type === r.type)?.series.find((s) => s.series === r.series.replace(/^term /, ''));
    if (!series) return [`${name}: ?`];
    const whole = series.first === r.first && series.missing.length === 0 && series.next === series.first + series.given;
    return whole ? [] : [`${name}: ${series.first}…${series.next - 1}, ${series.missing.join(' ')}`];
  });
  return { vi: 'Sổ văn bản liền số, bắt đầu đúng số của mẫu', en: 'Registers without a gap, each beginning where the sample says', ok: faults.length === 0, seen: faults.join('; ') };
}

/** Every dossier's chain verifies, history included. */
export async function checkChains(office: Office, dossiers: readonly string[]): Promise<Check> {
  const api = office.as(ADMINISTRATOR);
  const faults: string[] = [];
  for (const id of dossiers) {
    const verdict = told(await api.GET('/api/v1/dossiers/{id}/chain', { params: { path: { id } } }));
    if (!verdict.ok) faults.push(`${id}: ${verdict.faults.map((f) => `${f.seq} ${f.fault}`).join(', ')}`);
  }
  return { vi: `${dossiers.length} nhật ký xác thực đều đúng`, en: `${dossiers.length} chains verify`, ok: faults.length === 0, seen: faults.join('; ') };
}

/** Each incident happened once on the way: a member's return, a recall, a redraft after an appraisal with conditions. */
export function checkIncidents(dossiers: readonly DossierAnswer[]): Check[] {
  const ended = (path: string, outcome: string): string[] => dossiers.flatMap((d) => d.steps.filter((s) => s.path === path && s.outcome === outcome).map(() => d.item?.code ?? d.code));
  const recalled = dossiers.filter((d) => d.steps.filter((s) => s.path === 'soan-thao').length === 2 && !d.steps.some((s) => s.outcome === 'returned')).map((d) => d.item?.code ?? d.code);
  const once = (vi: string, en: string, codes: readonly string[]): Check => ({ vi, en, ok: codes.length === 1, seen: codes.join(', ') });
  return [
    once('Một hồ sơ được chuyển lại để hoàn thiện', 'One dossier was returned', ended('cap-tham-quyen', 'returned')),
    once('Một hồ sơ được rút lại', 'One dossier was recalled', recalled),
    once('Một hồ sơ soạn lại sau thẩm định có điều kiện', 'One dossier was redrafted after an appraisal with conditions', ended('tham-dinh', 'conditional')),
  ];
}
