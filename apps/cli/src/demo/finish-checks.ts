import type { DossierAnswer } from '@totrinh/api-schema';
import { ADMINISTRATOR, told, type Office } from './office.ts';
import type { Incident, Plan } from './plans.ts';
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

/** What was planned happened on the way, to those items and no others: returns, a recall, an appraisal with conditions, a finishing; each on its own route. */
export function checkIncidents(plans: readonly Plan[], dossiers: readonly DossierAnswer[]): Check[] {
  const codeOf = (d: DossierAnswer): string => d.item?.code ?? d.code;
  const ended = (outcome: string): DossierAnswer[] => dossiers.filter((d) => d.steps.some((s) => s.outcome === outcome));
  const planned = (kind: Incident['kind']): Plan[] => plans.filter((p) => p.incidents.some((i) => i.kind === kind));
  const check = (vi: string, en: string, found: readonly DossierAnswer[], wanted: readonly Plan[]): Check => {
    const [is, must] = [found.map(codeOf).sort(), wanted.map((p) => p.code).sort()];
    return { vi: `${must.length} ${vi}`, en: `${must.length} ${en}`, ok: is.join() === must.join(), seen: is.join(', ') };
  };
  const recalled = dossiers.filter((d) => d.steps.filter((s) => s.path === 'soan-thao').length === 2 && !d.steps.some((s) => s.outcome === 'returned'));
  return [
    check('hồ sơ đi đúng quy trình của nội dung', 'dossiers went the route of their item', dossiers.filter((d) => d.route?.id === plans.find((p) => p.code === codeOf(d))?.route), plans),
    check('hồ sơ được chuyển lại để hoàn thiện', 'returned', ended('returned'), planned('return')),
    check('hồ sơ được rút lại', 'recalled', recalled, planned('recall')),
    check('hồ sơ soạn lại sau thẩm định có điều kiện', 'redrafted after an appraisal with conditions', ended('conditional'), planned('conditional')),
    check('hồ sơ thông qua, giao hoàn thiện', 'approved with something to be finished', ended('approvedSubjectTo'), plans.filter((p) => p.demands.length > 0)),
  ];
}
