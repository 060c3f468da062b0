import type { CaseStep, CaseTask } from '@totrinh/domain';
import { COMMAND, DossierDriver } from './dossier-driver.ts';
import { APPOINTMENTS, Directory, type Appointment } from './sample-office.ts';
import { ROLES, routeOf } from './sample-route.ts';

/** Beside the sample office: STC's clerk and officer, VPTU's officer, an administrator, SXD that nobody asked. */
const MORE: readonly Appointment[] = ([['stc-vt', 'clerk', 'stc'], ['stc-cv', 'drafter', 'stc'], ['vptu-cv', 'tong-hop', 'vptu'], ['quan-tri', 'admin', 'tt-ud'], ['sxd-truong', 'head', 'sxd']] as const)
  .map(([person, role, unit]) => ({ person, role, unit, body: null, appointment: `${person}@${unit}` }));

/** A route with every step that has an inner life: opinions, appraisal, approval subject to demands, finishing, follow-up, what runs by itself. */
const INNER_STEPS = {
  'soan-thao': { kind: 'draft', who: { person: 'drafter' }, next: { completed: 'duyet-noi-dung' } },
  'duyet-noi-dung': { kind: 'review', who: { headOf: 'leadUnit' }, initials: 'content', next: { approved: 'lay-y-kien', returned: 'soan-thao' } },
  'lay-y-kien': { kind: 'consult', each: { units: 'cooperating' }, next: { completed: 'tiep-thu' } },
  'tiep-thu': { kind: 'draft', who: { person: 'drafter' }, needs: { responses: 'all' }, next: { completed: 'tham-dinh' } },
  'tham-dinh': { kind: 'appraise', who: { unit: 'appraising' }, reaches: 'submitted', next: { approved: 'thong-qua', conditional: 'tiep-thu', returned: 'tiep-thu' } },
  'thong-qua': { kind: 'approve', who: { body: 'opinion' }, rule: 'any', next: { approved: 'ky', approvedSubjectTo: 'hoan-thien', returned: 'tiep-thu', rejected: 'dung-lai' } },
  'hoan-thien': { kind: 'finish', who: { headOf: 'leadUnit' }, confirm: { signers: 'authority' }, next: { confirmed: 'ky', returned: 'hoan-thien' } },
  'ky': { kind: 'sign', who: { signers: 'authority' }, next: { signed: 'ban-hanh', returned: 'tiep-thu' } },
  'ban-hanh': { kind: 'issue', register: 'from item', who: { post: 'van-thu' }, next: { issued: 'theo-doi' } },
  'theo-doi': { kind: 'track', milestones: ['van-ban-trien-khai', 'so-ket'], next: { completed: 'bao-tin' } },
  'bao-tin': { kind: 'notify', to: [{ headOf: 'leadUnit' }], message: { vi: 'MẪU đã xong', en: 'Sample done' }, next: { completed: 'cho-tra-loi' } },
  'cho-tra-loi': { kind: 'wait', for: 'cong-van-tra-loi', next: { completed: 'hoan-thanh' } },
  'hoan-thanh': { kind: 'end', status: 'done' },
  'dung-lai': { kind: 'end', status: 'rejected' },
};

/** A dossier on that route; `steps` replaces some of them. */
export function innerDossier(steps: Record<string, unknown> = {}): DossierDriver {
  const route = routeOf({
    route: 'doi-song', title: { vi: 'Đề án MẪU', en: 'Sample scheme' }, units: { appraising: 'from item', issuing: 'from item' }, groups: { cooperating: 'from item' },
    bodies: { opinion: 'from item', authority: 'from item' }, start: 'soan-thao', steps: { ...INNER_STEPS, ...steps },
  });
  const roles = { ...ROLES, units: { appraising: 'vptu', issuing: 'vptu' } };
  const d = new DossierDriver(route, new Directory([...APPOINTMENTS, ...MORE]), { ...COMMAND, roles });
  d.move();
  return d;
}

const LEGS: readonly (readonly [string, (d: DossierDriver) => void])[] = [
  ['duyet-noi-dung', (d) => { d.attach('du-thao', 'a1'); d.submit(); }],
  ['lay-y-kien', (d) => { d.decide('duyet-noi-dung', 'btctu-truong', 'approved'); }],
  ['tiep-thu', (d) => { d.decide('lay-y-kien', 'stc-truong', 'consent'); d.decide('lay-y-kien', 'btgtu-truong', 'consent'); }],
  ['tham-dinh', (d) => { d.submit(); }],
  ['thong-qua', (d) => { d.decide('tham-dinh', 'vptu-truong', 'approved'); }],
  ['ky', (d) => { d.decide('thong-qua', 'tt-1', 'approved'); }],
  ['ban-hanh', (d) => { d.decide('ky', 'tt-1', 'signed'); }],
  ['theo-doi', (d) => { d.issue(); }],
];

/** Drives it along the straight way from its first draft until this step is open. */
export function innerAt(path: string, d: DossierDriver = innerDossier()): DossierDriver {
  for (const [leg, go] of LEGS) {
    if (openStep(d, path)) return d;
    go(d);
    d.move();
    if (leg === path) return d;
  }
  return d;
}

export function openStep(d: DossierDriver, path: string): CaseStep | undefined {
  return d.case.steps.find((s) => s.path === path && s.state === 'open');
}

/** The id of an open step. */
export function stepId(d: DossierDriver, path: string): string {
  const step = openStep(d, path);
  if (!step) throw new Error(`${path} is not open`);
  return step.id;
}

export function taskById(d: DossierDriver, id: string): CaseTask {
  const task = d.case.tasks.find((t) => t.id === id);
  if (!task) throw new Error(`no task ${id}`);
  return task;
}
