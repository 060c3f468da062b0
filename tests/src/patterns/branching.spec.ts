import { PatternOffice, WHO } from './pattern-office.ts';

/** A draft that everything begins with, and the ends. */
export const DRAFT = `  soan-thao: { kind: draft, who: { person: drafter }, needs: { documents: [du-thao] }, next: { completed: NEXT } }\n`;
export const END = `  xong: { kind: end, status: done }\n`;
const draftTo = (next: string): string => DRAFT.replace('NEXT', next);

describe('Mẫu rẽ nhánh và nhập · patterns of branching and joining', () => {
  let office: PatternOffice;
  beforeAll(async () => { office = await PatternOffice.open('nhanh'); }, 60_000);

  test('WCP-01 bước sau chỉ mở khi bước trước xong · a step opens when the one before it has ended', async () => {
    const d = await office.dossier('soan-thao', `${draftTo('duyet')}  duyet: { kind: review, who: { headOf: leadUnit }, next: { approved: xong, returned: soan-thao } }\n${END}`);
    await d.standsAt('soan-thao');
    await d.submit();
    await d.standsAt('duyet');
    await d.decide('duyet', WHO.head, 'approved');
    expect(await d.ended()).toBe('done');
  });

  const SPLIT = `${draftTo('song-song')}  song-song: { kind: parallel, branches: { a: { steps: [y-kien] }, b: { steps: [ra-soat] } }, join: all, next: { completed: xong } }
  y-kien: { kind: consult, each: { units: cooperating }, next: { completed: join } }
  ra-soat: { kind: review, who: { headOf: leadUnit }, next: { approved: join, returned: soan-thao } }
${END}`;

  test('WCP-02 nhiều cơ quan được lấy ý kiến cùng lúc, bên cạnh người đứng đầu · several are asked at once', async () => {
    const d = await office.dossier('soan-thao', SPLIT);
    await d.submit();
    await d.standsAt('song-song', 'y-kien', 'ra-soat');
    expect((await d.read()).tasks.filter((t) => t.state === 'open').map((t) => t.unit?.id).sort()).toEqual(['BTCTU', 'BTGTU', 'STC']);
  });

  test('WCP-03 chỉ đi tiếp khi mọi nhánh đã xong · nothing goes on until every branch has come in', async () => {
    const d = await office.dossier('soan-thao', SPLIT);
    await d.submit();
    await d.decide('y-kien', WHO.askedHead, 'consent');
    await d.decide('ra-soat', WHO.head, 'approved');
    await d.standsAt('song-song', 'y-kien');
    await d.decide('y-kien', WHO.otherHead, 'consent');
    expect(await d.ended()).toBe('done');
  });
});
