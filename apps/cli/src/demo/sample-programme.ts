import type { ProgrammeImport } from '@totrinh/casework';
import { issuingUnit, PROGRAMME_ID, registerIssuer, type Sample } from './sample.ts';

/**
 * The sample as an import of the API: 24 items with their day of issue as history, 10 open ones. What the press does not
 * say is named as a sample in the source of each history.
 */
export function sampleProgramme(sample: Sample): ProgrammeImport {
  const { programme: p, items } = sample;
  const source = `DỮ LIỆU MẪU program-01.json; số liệu tổng hợp: ${sample.source}`;
  return {
    programme: { id: PROGRAMME_ID, code: p.code, title: p.title, issuer: p.issuer, issuedOn: p.issuedOn, term: p.term, yearFrom: p.period.from, yearTo: p.period.to },
    items: items.map((i) => ({
      code: i.code, no: i.no, kind: i.kind, title: i.title, leadUnit: i.leadUnit, authority: i.authority, cooperating: i.cooperatingUnits,
      appraisingUnit: i.appraisingUnit, issuingUnit: issuingUnit(i.issueAs.regime), registerIssuer: registerIssuer(i.issueAs.regime), registerType: i.issueAs.type,
      directing: i.responsible.directing, deadlineText: i.deadline.text, deadlinePrecision: i.deadline.precision, deadlineOn: i.deadline.lastDay,
      history: i.status === 'issued' && i.issuedOn !== undefined ? { issuedOn: i.issuedOn, source } : null,
    })),
  };
}
