import { eventually } from '../house/eventually.ts';
import { told, type Office } from '../../../apps/cli/src/demo/office.ts';

// What the sample leaves out and a screen has to show: an absence, an authority, notices, a void number, an open ballot, a meeting that is being held.

const VOTE = `route: mau-lay-phieu
title: { vi: Lấy phiếu Ban Thường vụ (MẪU), en: Ballot of the Standing Committee (sample) }
bodies: { council: ban-thuong-vu }
start: soan-thao
steps:
  soan-thao: { kind: draft, title: { vi: Soạn thảo, en: Drafting }, who: { person: drafter }, needs: { documents: [du-thao] }, next: { completed: lay-phieu } }
  lay-phieu: { kind: vote, mode: written, title: { vi: Lấy phiếu Ban Thường vụ, en: Ballot }, roster: { body: council }, rule: { base: members, approve: "> 1/2", close: atDue }, due: { workingDays: 5 }, next: { approved: xong, rejected: khong, lapsed: soan-thao } }
  xong: { kind: end, status: done }
  khong: { kind: end, status: rejected }
`;
const HEAD = 'btctu-head';
const PATIENT = { header: { Prefer: 'wait=10' } };

/** Lets people of the sample do what fills the screens; `dossier`: one on which they remark. Answers the meeting that is being held. */
export async function layWork(office: Office, dossier: string, register: string): Promise<string> {
  const head = office.as(HEAD);
  told(await head.POST('/api/v1/absences', { body: { substitute: 'btctu-deputy', from: '2022-07-18', to: '2022-07-22' } }));
  told(await head.POST('/api/v1/authorities', { body: { grantee: 'btctu-deputy', number: '05-UQ/BTCTU (MẪU)', from: '2022-07-13', to: '2022-12-31', verbs: ['sign'] } }));
  for (const text of ['Đề nghị Ban rà soát lại mục 2 trước phiên họp (MẪU)', 'Phụ lục biểu số liệu đã nhận (MẪU)']) told(await office.as('vptu-head').POST('/api/v1/dossiers/{id}/comments', { params: { path: { id: dossier } }, body: { text, mentions: [HEAD] } }));
  told(await office.as('vptu-clerk').POST('/api/v1/registers/{id}/void', { params: { path: { id: register } }, body: { reason: 'Đánh nhầm số trên bản in (MẪU)' } }));
  await opensBallot(office);
  return holdsMeeting(office);
}

/** A dossier of no programme that lies before all members for their ballots. */
async function opensBallot(office: Office): Promise<void> {
  told(await office.as('vptu-admin').POST('/api/v1/routes', { body: { source: VOTE } }));
  const drafter = office.as('btgtu-drafter');
  const read = async (id: string): Promise<{ etag: string; moving: boolean }> => told(await drafter.GET('/api/v1/dossiers/{id}', { params: { path: { id } } }));
  const rested = (id: string): Promise<{ etag: string }> => eventually('the dossier has moved', async () => { const d = await read(id); return !d.moving && d; });
  const { dossier } = told(await drafter.POST('/api/v1/dossiers', { params: PATIENT, body: { route: 'mau-lay-phieu', title: 'Quy chế phối hợp công tác tuyên giáo năm 2022 (MẪU)', free: { kind: 'chuyen-de', leadUnit: 'BTGTU', authority: 'ban-thuong-vu', issuingUnit: 'VPTU' } } }));
  const drafted = await rested(dossier);
  const { etag } = told(await drafter.attach(dossier, { role: 'du-thao', name: 'Dự thảo quy chế (MẪU).txt', bytes: 'Dự thảo MẪU', ifMatch: drafted.etag }));
  told(await drafter.POST('/api/v1/dossiers/{id}/submit', { params: { path: { id: dossier }, header: { 'If-Match': etag, ...PATIENT.header } } }));
  await rested(dossier);
}

/** A meeting of today with what waits for one on its agenda: members are there, and the first point's result waits for its second person. */
async function holdsMeeting(office: Office): Promise<string> {
  const desk = office.as('vptu-form-checker');
  const { items } = told(await desk.GET('/api/v1/office-desk', { params: { query: { stage: 'unscheduled', limit: 10 } } }));
  const { meeting } = told(await desk.POST('/api/v1/meetings', { body: { body: 'ban-thuong-vu', on: '2022-07-13', title: 'Hội nghị Ban Thường vụ Thành ủy (MẪU)', place: 'Phòng họp số 1 (MẪU)' } }));
  for (const { dossier, step } of items.filter(({ body }) => body?.id === 'ban-thuong-vu')) {
    if (step !== null) told(await desk.POST('/api/v1/dossiers/{id}/place-on-agenda', { params: { path: { id: dossier.id }, header: { 'If-Match': '*' } }, body: { meeting, step: step.id } }));
  }
  const { members, agenda } = told(await desk.GET('/api/v1/meetings/{id}', { params: { path: { id: meeting } } }));
  told(await desk.POST('/api/v1/meetings/{id}/attendance', { params: { path: { id: meeting } }, body: { members: members.map(({ person }, i) => ({ person, present: i < 14 })) } }));
  const task = agenda[0]?.recordTask;
  if (task) told(await desk.POST('/api/v1/tasks/{id}/record-result', { params: { path: { id: task }, header: { 'If-Match': '*' } }, body: { present: 14, yes: 12, no: 1, other: 1, abstain: 0, meeting, demands: ['Bổ sung dự toán kinh phí (MẪU)'] } }));
  return meeting;
}
