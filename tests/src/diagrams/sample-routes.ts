import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { routeSchema, type Route } from '@totrinh/domain';
import { REPO, readRepoFile } from '../architecture/repository.ts';

const words = (vi: string, en: string): { vi: string; en: string } => ({ vi, en });
const head = { headOf: 'leadUnit' };
const done = { xong: { kind: 'end', status: 'done' }, dung: { kind: 'end', status: 'rejected', title: words('Dừng lại', 'Stopped') }, huy: { kind: 'end', status: 'cancelled' } };

/** Every kind of step, with every outcome that it may have. */
const everyKind = {
  route: 'moi-loai', semantics: 2, title: words('Mỗi loại bước một lần', 'Every kind of step once'),
  for: { kinds: ['de-an'], authority: 'ban-thuong-vu' }, starters: ['chuyen-vien'],
  fields: { budget: 'money', needsVote: { type: 'boolean', title: words('Phải biểu quyết', 'Needs a vote'), default: false } },
  units: { appraising: 'from item', finance: 'so-tai-chinh' }, groups: { cooperating: 'from item' }, bodies: { authority: 'from item' },
  start: 'soan-thao',
  steps: {
    'soan-thao': { kind: 'draft', title: words('Soạn thảo “dự thảo” <lần 1> & tờ trình', 'Draft “1” <first> & submission'), who: { person: 'drafter' }, due: { workingDays: 30 }, ladder: 'standard', needs: { documents: ['du-thao'] }, shows: ['du-thao'], next: { completed: 'xem-xet' } },
    'xem-xet': { kind: 'review', who: head, orElse: { superiorOf: 'soan-thao' }, initials: 'content', due: { hours: 8 }, reasons: ['returned'], fresh: ['approved'], without: ['transfer'], pick: 'shortestQueue', next: { approved: 'song-song', returned: 'soan-thao', rejected: 'dung' } },
    'song-song': { kind: 'parallel', title: words('Các nhánh song song', 'Side by side'), branches: { 'y-kien': { steps: ['lay-y-kien', 'ghep-y-kien'] }, 'kinh-phi': { steps: ['tham-tra'], if: 'case.budget > 0 && case.budget < 10' } }, join: { atLeast: 1 }, rest: 'finish', again: 'all', due: { days: 20 }, next: { completed: 'tham-dinh' } },
    'lay-y-kien': { kind: 'consult', each: { units: 'cooperating' }, due: { workingDays: 7, from: 'submission' }, silence: 'consent', enough: 2, next: { completed: 'ghep-y-kien' } },
    'ghep-y-kien': { kind: 'draft', who: { doneBy: 'soan-thao' }, resume: 'returner', next: { completed: 'join' } },
    'tham-tra': { kind: 'review', who: { headOf: 'finance' }, due: { date: '2026-03-31' }, next: { approved: 'join', returned: 'soan-thao', rejected: 'dung' } },
    'tham-dinh': { kind: 'appraise', who: { unit: 'appraising' }, due: { by: 'item', minus: { workingDays: 5 } }, next: { approved: 'cho-y-kien', conditional: 'soan-thao', returned: 'soan-thao' } },
    'cho-y-kien': { kind: 'approve', who: { body: 'authority' }, rule: 'sequence', authority: false, labels: { approved: 'Đồng ý đưa ra', returned: 'Hoàn thiện thêm' }, next: { approved: 're-nhanh', approvedSubjectTo: 're-nhanh', rejected: 'dung', returned: 'soan-thao', lapsed: 'nhac' } },
    nhac: { kind: 'notify', to: [{ post: 'chanh-van-phong', of: 'office' }, { person: 'drafter' }], message: words('Quá hạn', 'Late'), next: { completed: 'cho-y-kien' } },
    're-nhanh': { kind: 'choice', title: words('Có phải biểu quyết không?', 'Is a vote needed?'), when: [{ if: 'case.needsVote', go: 'bieu-quyet' }, { if: 'case.budget >= 5', go: 'phe-duyet' }, { else: 'ky' }] },
    'phe-duyet': { kind: 'approve', who: { body: 'authority' }, rule: { atLeast: 2 }, next: { approved: 'ky', rejected: 'dung', returned: 'soan-thao' } },
    'bieu-quyet': { kind: 'vote', mode: 'meeting', roster: { body: 'authority' }, rule: { base: 'members', approve: '> 1/2' }, due: { workingDays: 15 }, ladder: 'leaders', next: { approved: 'ky', approvedSubjectTo: 'hoan-thien', rejected: 'dung', returned: 'soan-thao', lapsed: 'cho-hop' } },
    'cho-hop': { kind: 'wait', for: 'phien-hop', due: { days: 10 }, next: { completed: 'bieu-quyet', lapsed: 'huy' } },
    'hoan-thien': { kind: 'finish', who: head, confirm: { signers: 'authority' }, next: { confirmed: 'ky', returned: 'bieu-quyet' } },
    ky: { kind: 'sign', who: { signers: 'authority' }, as: 'T/M', next: { signed: 'ra-soat', returned: 'soan-thao' } },
    'ra-soat': { kind: 'route', route: 'ra-soat-the-thuc', next: { completed: 'ban-hanh', rejected: 'dung' } },
    'ban-hanh': { kind: 'issue', who: { post: 'van-thu' }, register: 'from item', completes: 'item', next: { issued: 'goi' } },
    goi: { kind: 'webhook', hook: 'cong-bao', due: { hours: 2 }, next: { completed: 'nghi', lapsed: 'theo-doi' } },
    nghi: { kind: 'wait', due: { days: 1 }, next: { completed: 'theo-doi' } },
    'theo-doi': { kind: 'track', milestones: ['trien-khai', 'so-ket'], next: { completed: 'xong' } },
    ...done,
  },
};

/** Branches within a branch, and a return that stays inside. */
const nested = {
  route: 'long-nhau', title: words('Song song trong song song', 'Branches within a branch'), start: 'soan',
  steps: {
    soan: { kind: 'draft', who: { person: 'drafter' }, next: { completed: 'ngoai' } },
    ngoai: { kind: 'parallel', branches: { a: { steps: ['a1', 'trong', 'a2'] }, b: { steps: ['b1', 'b2'] }, c: { steps: ['c1'] } }, join: 'all', next: { completed: 'ky' } },
    a1: { kind: 'review', who: head, next: { approved: 'trong', returned: 'soan' } },
    trong: { kind: 'parallel', branches: { x: { steps: ['x1'] }, y: { steps: ['y1'] } }, join: 'any', next: { completed: 'a2' } },
    x1: { kind: 'consult', each: { members: 'hoi-dong' }, next: { completed: 'join' } },
    y1: { kind: 'review', who: head, next: { approved: 'join', returned: 'soan' } },
    a2: { kind: 'draft', who: { person: 'drafter' }, next: { completed: 'join' } },
    b1: { kind: 'draft', who: { person: 'drafter' }, next: { completed: 'b2' } },
    b2: { kind: 'review', who: head, next: { approved: 'join', returned: 'b1' } },
    c1: { kind: 'consult', each: { units: 'cooperating' }, next: { completed: 'join' } },
    ky: { kind: 'sign', who: head, next: { signed: 'xong', returned: 'soan' } },
    xong: { kind: 'end', status: 'done' },
  },
};

/** Two levels of sub-routes, published with the route. */
const inner = { route: 'trong-cung', title: words('Trong cùng', 'Innermost'), start: 'dau', steps: { dau: { kind: 'review', who: head, next: { approved: 'het', returned: 'thoi' } }, het: { kind: 'end', status: 'done' }, thoi: { kind: 'end', status: 'cancelled' } } };
const middle = { route: 'o-giua', title: words('Ở giữa', 'In the middle'), start: 'vao', steps: { vao: { kind: 'draft', who: { person: 'drafter' }, next: { completed: 'goi' } }, goi: { kind: 'route', route: 'trong-cung', next: { completed: 'xong', rejected: 'dung' } }, ...done } };
const outer = { route: 'ben-ngoai', title: words('Có quy trình con', 'With sub-routes'), start: 'dau', steps: { dau: { kind: 'draft', who: { person: 'drafter' }, next: { completed: 'con' } }, con: { kind: 'route', route: 'o-giua', title: words('Phần giữa', 'Middle part'), next: { completed: 'xong', rejected: 'dau' } }, ...done } };
const withParts = (): Route => ({
  ...routeSchema.parse(outer),
  parts: { 'o-giua': { version: 3, rules: { ...routeSchema.parse(middle), parts: { 'trong-cung': { version: 1, rules: routeSchema.parse(inner) } } } } },
});

const shipped = readdirSync(join(REPO, 'apps/cli/data/routes')).filter((file) => file.endsWith('.yaml'))
  .map((file): [string, Route] => [file, routeSchema.parse(parse(readRepoFile(`apps/cli/data/routes/${file}`)))]);

/** Routes that every drawing and exchange is tried on, by what they show. */
export const SAMPLE_ROUTES: readonly (readonly [string, Route])[] = [
  ['every kind of step', routeSchema.parse(everyKind)],
  ['branches within a branch', routeSchema.parse(nested)],
  ['sub-routes', withParts()],
  ['names that begin with digits', routeSchema.parse({ route: '1', title: words('1', '1'), start: '2', steps: { 2: { kind: 'draft', who: { person: 'drafter' }, next: { completed: '3-4' } }, '3-4': { kind: 'end', status: 'done' } } })],
  ...shipped,
];
export const EVERY_KIND = routeSchema.parse(everyKind);
