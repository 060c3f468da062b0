import { readFileSync } from 'node:fs';
import { v5 } from 'uuid';
import type { Organisation, ProgrammeImport } from '@totrinh/casework';

const SPACE = '0b3c1f52-6d0a-4f0e-9d51-5a3c9f1d7e11';
const FROM = { validFrom: '2021-01-01', validTo: null };

type Post = readonly [person: string, role: string, unit: string | null, body: string | null];

/** People named after their posts; a route from draft to issue asks each of them. */
const POSTS: readonly Post[] = [
  ['quan-tri', 'admin', 'vptu', null],
  ['btctu-truong', 'head', 'btctu', null], ['btctu-cv', 'drafter', 'btctu', null],
  ['stc-truong', 'head', 'stc', null], ['btgtu-truong', 'head', 'btgtu', null],
  ['vptu-truong', 'head', 'vptu', null], ['vptu-cv', 'form-checker', 'vptu', null], ['vptu-vt', 'clerk', 'vptu', null],
  ['btv-1', 'member', null, 'ban-thuong-vu'], ['btv-2', 'member', null, 'ban-thuong-vu'],
];

export const ADMIN = 'quan-tri';
export const DRAFTER = 'btctu-cv';
const unit = (id: string): Organisation['units'][number] => ({ id, name: `${id} (MẪU)`, short: id, regime: 'party', ...FROM });
const postId = ([person, role]: Post): string => `${person}-${role}`;

/** The lead unit BTCTU, two asked units, the office VPTU, the Standing Committee, and its register of schemes. */
export const OFFICE: Organisation = {
  units: ['btctu', 'stc', 'btgtu', 'vptu'].map(unit),
  bodies: [{ id: 'ban-thuong-vu', name: 'Ban Thường vụ (MẪU)', ...FROM }],
  people: POSTS.map(([id]) => ({ id, name: `${id} (MẪU)` })),
  posts: POSTS.map((post) => ({ id: postId(post), unit: post[2], body: post[3], role: post[1], title: `${post[0]} (MẪU)` })),
  appointments: POSTS.map((post) => ({ id: v5(postId(post), SPACE), person: post[0], post: postId(post), ...FROM })),
  signers: [{ body: 'ban-thuong-vu', post: 'btv-1-member', sort: 1 }],
  registers: [{ id: 'tu-de-an', issuer: 'tu', type: 'de-an', regime: 'party', notation: 'ĐA/TU', term: 'XVII', series: 'XVII', first: 12 }],
};

/** The sample's route: every kind of step on one straight line. */
export const ROUTE_SOURCE = readFileSync(new URL('../../../apps/cli/data/routes/de-an-mau.yaml', import.meta.url), 'utf8');
export const ROUTE = 'de-an-mau';

/** A programme of `count` items, all led by BTCTU. */
export function programmeOf(code: string, count: number): ProgrammeImport {
  const programme = { id: code, code, title: `Chương trình ${code} (MẪU)`, issuer: 'tu', issuedOn: '2021-03-17', term: 'XVII', yearFrom: 2021, yearTo: 2025 };
  const items = Array.from({ length: count }, (_, at) => ({
    code: `${code}-${at + 1}`, no: at + 1, kind: 'de-an', title: `Đề án ${at + 1} (MẪU)`, leadUnit: 'btctu', authority: 'ban-thuong-vu', cooperating: ['stc', 'btgtu'],
    appraisingUnit: 'vptu', issuingUnit: 'vptu', registerIssuer: 'tu', registerType: 'de-an', directing: 'tu', deadlineText: 'năm 2022', deadlinePrecision: 'year', deadlineOn: '2022-12-31', history: null,
  }));
  return { programme, items };
}
