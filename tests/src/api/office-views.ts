import { createHash } from 'node:crypto';
import { WHO, type PatternOffice } from '../patterns/pattern-office.ts';
import { judge } from './contract.ts';

/** What screens of the programme, the office, composing and the organisation ask; each operation once. `dossier` has been through a meeting that is closed. */
export async function officeViews(o: PatternOffice, programme: string, dossier: string): Promise<void> {
  const url = `${o.api.baseUrl}/api/v1/programmes/${programme}/report.xlsx`;
  const sheet = await fetch(url, { headers: { authorization: `Bearer ${await o.api.token(WHO.head)}` } });
  await judge('GET', url, sheet);
  await o.must(WHO.checker, 'GET', '/office-desk');
  await o.must(WHO.drafter, 'GET', '/compose/items');
  await o.must(WHO.drafter, 'GET', '/compose/routes?kind=de-an');
  await o.must(WHO.drafter, 'GET', '/compose/rules');
  await o.must(WHO.drafter, 'GET', `/dossiers/${dossier}/submission-needs`);
  for (const path of ['/organisation', '/people?search=truong', '/units', '/bodies']) await o.must(WHO.drafter, 'GET', path);
  await meetingViews(o, dossier);
}

/** The minutes that the dossier's meeting has, and an agenda that is put in order while it is still open. */
async function meetingViews(o: PatternOffice, dossier: string): Promise<void> {
  const { agenda } = (await o.must(WHO.admin, 'GET', `/dossiers/${dossier}`)) as { agenda: { step: string; meeting: { id: string } }[] };
  const closed = agenda.at(-1)!;
  expect(await o.refused(WHO.checker, 'POST', `/meetings/${closed.meeting.id}/agenda-order`, { steps: [closed.step] })).toMatchObject({ status: 409, code: 'MEETING_CLOSED' });
  const { papers } = (await o.must(WHO.checker, 'GET', `/meetings/${closed.meeting.id}`)) as { papers: { sha256: string }[] };
  const url = `${o.api.baseUrl}/api/v1/meetings/${closed.meeting.id}/papers/${papers[0]!.sha256}/content`;
  const bytes = await fetch(url, { headers: { authorization: `Bearer ${await o.api.token(WHO.checker)}` } });
  await judge('GET', url, bytes);
  expect(createHash('sha256').update(Buffer.from(await bytes.arrayBuffer())).digest('hex')).toBe(papers[0]!.sha256);
}
