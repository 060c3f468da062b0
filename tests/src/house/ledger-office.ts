import type { Organisation } from '@totrinh/casework';

const FROM = '2020-01-01';
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Who holds which post in the sample office: person, role, unit or body. The place in this list numbers the appointment. */
const POSTS = [
  ['quan-tri', 'admin', 'vptu'],
  ['btctu-truong', 'head', 'btctu'], ['btctu-pho', 'deputy', 'btctu'], ['btctu-cv', 'drafter', 'btctu'], ['btctu-cv2', 'drafter', 'btctu'],
  ['stc-truong', 'head', 'stc'], ['stc-pho', 'deputy', 'stc'], ['btgtu-truong', 'head', 'btgtu'],
  ['vptu-truong', 'head', 'vptu'], ['vptu-pho', 'deputy', 'vptu'], ['vptu-th', 'tong-hop', 'vptu'], ['vptu-vt', 'van-thu', 'vptu'],
  ['sxd-truong', 'head', 'sxd'],
  ['btv-1', 'bi-thu', '#btv'], ['btv-2', 'pho-bi-thu', '#btv'], ['btv-3', 'uy-vien', '#btv'],
] as const;

const postId = (role: string, of: string, person: string): string => `${of.replace('#', '')}-${role}-${person}`;

/** The appointment by which a person of the sample office holds their post. */
export function appointmentOf(person: string): string {
  const index = POSTS.findIndex(([who]) => who === person);
  if (index < 0) throw new Error(`nobody is called ${person}`);
  return uuid(index + 1);
}

/**
 * A small office, people named after their posts: lead unit BTCTU, asked units STC and BTGTU, office VPTU (appraises and issues),
 * SXD whose head has nothing to do with it, and one body of three whose first two sign. The Party's register numbers đề án per term
 * from 12, the State's numbers kế hoạch per year from 181.
 */
export const LEDGER_OFFICE: Organisation = {
  units: (['btctu', 'stc', 'btgtu', 'vptu', 'sxd'] as const).map((id) => ({ id, name: `MẪU ${id}`, short: id.toUpperCase(), regime: id === 'stc' || id === 'sxd' ? 'state' : 'party', validFrom: FROM, validTo: null })),
  bodies: [{ id: 'btv', name: 'MẪU Ban Thường vụ', validFrom: FROM, validTo: null }, { id: 'bo-trong', name: 'MẪU ban chưa có ai', validFrom: FROM, validTo: null }],
  people: POSTS.map(([id]) => ({ id, name: `MẪU ${id}` })),
  posts: [
    ...POSTS.map(([person, role, of]) => ({ id: postId(role, of, person), unit: of.startsWith('#') ? null : of, body: of.startsWith('#') ? of.slice(1) : null, role, title: `MẪU ${role}` })),
    { id: 'bo-trong-chu-tich', unit: null, body: 'bo-trong', role: 'chu-tich', title: 'MẪU chủ tịch' },
    { id: 'bo-trong-uy-vien', unit: null, body: 'bo-trong', role: 'uy-vien', title: 'MẪU uỷ viên' },
  ],
  appointments: POSTS.map(([person, role, of], i) => ({ id: uuid(i + 1), person, post: postId(role, of, person), validFrom: FROM, validTo: null })),
  signers: [{ body: 'btv', post: postId('bi-thu', '#btv', 'btv-1'), sort: 1 }, { body: 'btv', post: postId('pho-bi-thu', '#btv', 'btv-2'), sort: 2 }],
  registers: [
    { id: 'so-da', issuer: 'vptu', type: 'de-an', regime: 'party', notation: 'ĐA/TU', term: 'XVII', series: 'XVII', first: 12 },
    { id: 'so-kh', issuer: 'stc', type: 'ke-hoach', regime: 'state', notation: 'KH-STC', term: '', series: '2022', first: 181 },
  ],
};

/** A route in which every step kind of this engine occurs, as an office would publish it. */
export const LEDGER_ROUTE = `
route: mau
title: { vi: Đề án MẪU, en: Sample scheme }
units: { appraising: from item, issuing: from item }
groups: { cooperating: from item }
bodies: { authority: from item }
start: soan-thao
steps:
  soan-thao: { kind: draft, who: { person: drafter }, needs: { documents: [du-thao] }, due: { days: 30 }, next: { completed: duyet-noi-dung } }
  duyet-noi-dung: { kind: review, who: { headOf: leadUnit }, due: { days: 3 }, next: { approved: lay-y-kien, returned: soan-thao } }
  lay-y-kien: { kind: consult, each: { units: cooperating }, due: { days: 7 }, next: { completed: tiep-thu } }
  tiep-thu: { kind: draft, who: { person: drafter }, needs: { documents: [to-trinh] }, next: { completed: ky-to-trinh } }
  ky-to-trinh: { kind: sign, authority: false, who: { headOf: leadUnit }, next: { signed: kiem-tra, returned: tiep-thu } }
  kiem-tra: { kind: review, who: { post: tong-hop, of: issuing }, reaches: submitted, next: { approved: tham-dinh, returned: tiep-thu } }
  tham-dinh: { kind: appraise, who: { unit: appraising }, due: { days: 10 }, next: { approved: thong-qua, conditional: tiep-thu, returned: tiep-thu } }
  thong-qua: { kind: approve, who: { body: authority }, rule: all, next: { approved: ky, rejected: dung-lai, returned: tiep-thu } }
  ky: { kind: sign, who: { signers: authority }, as: T/M, next: { signed: ban-hanh, returned: tiep-thu } }
  ban-hanh: { kind: issue, register: from item, who: { post: van-thu, of: issuing }, completes: item, next: { issued: hoan-thanh } }
  hoan-thanh: { kind: end, status: done }
  dung-lai: { kind: end, status: rejected }
`;
