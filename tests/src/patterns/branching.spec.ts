import { draftTo, END, PatternOffice, WHO } from './pattern-office.ts';

describe('Mẫu rẽ nhánh và nhập · patterns of branching and merging', () => {
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

  const CHOICE = `${draftTo('cap-tham-quyen')}  cap-tham-quyen: { kind: choice, when: [{ if: "case.budget > 50", go: cap-tren }, { if: "case.budget > 10", go: cap-tinh }, { else: tai-ban }] }
  cap-tren: { kind: approve, who: { body: authority }, rule: any, next: { approved: ra-soat, rejected: xong, returned: soan-thao } }
  cap-tinh: { kind: approve, who: { body: standing }, rule: any, next: { approved: ra-soat, rejected: xong, returned: soan-thao } }
  tai-ban: { kind: review, who: { headOf: leadUnit }, next: { approved: ra-soat, returned: soan-thao } }
  ra-soat: { kind: review, who: { headOf: issuing }, next: { approved: xong, returned: soan-thao } }
${END}`;
  const ARMS = [
    { budget: 60, way: 'cap-tren', person: 'ban-thuong-vu-12' },
    { budget: 50, way: 'cap-tinh', person: 'ban-thuong-vu-02' },
    { budget: 10, way: 'tai-ban', person: WHO.head as string },
  ] as const;
  const chosen = (budget: number): ReturnType<PatternOffice['dossier']> => office.dossier('soan-thao', CHOICE, { head: 'fields: { budget: money }\n', fields: { budget } });

  test.each(ARMS)('WCP-04 đúng một đường theo mức kinh phí: $budget tới $way · exactly one way by the amount', async ({ budget, way }) => {
    const d = await chosen(budget);
    await d.submit();
    await d.standsAt(way);
    expect((await d.read()).steps.map((s) => s.path)).toEqual(['soan-thao', way]);
  });

  test('WCP-05 đường nào cũng dẫn về một bước, mở ngay một lần, không đợi đường kia · both ways lead into one step, which opens once and waits for neither', async () => {
    for (const { budget, way, person } of ARMS.slice(1)) {
      const d = await chosen(budget);
      await d.submit();
      await d.decide(way, person, 'approved');
      await d.standsAt('ra-soat');
      expect((await d.read()).steps.map((s) => s.path)).toEqual(['soan-thao', way, 'ra-soat']);
      await d.decide('ra-soat', WHO.officeHead, 'approved');
      expect(await d.ended()).toBe('done');
    }
  });

  const CHOSEN = `${draftTo('song-song')}  song-song:
    kind: parallel
    branches: { phap-ly: { steps: [phap-ly], if: "case.legal" }, kinh-phi: { steps: [kinh-phi], if: "case.budget > 0" }, phoi-hop: { steps: [phoi-hop], if: "case.wide" } }
    join: all
    next: { completed: ket }
  phap-ly: { kind: review, who: { headOf: leadUnit }, next: { approved: join, returned: soan-thao } }
  kinh-phi: { kind: review, who: { headOf: issuing }, next: { approved: join, returned: soan-thao } }
  phoi-hop: { kind: consult, each: { units: cooperating }, next: { completed: join } }
  ket: { kind: review, who: { headOf: appraising }, next: { approved: xong, returned: soan-thao } }
${END}`;
  const asking = (fields: { legal: boolean; budget: number; wide: boolean }): ReturnType<PatternOffice['dossier']> => office.dossier('soan-thao', CHOSEN, { head: 'fields: { legal: boolean, budget: money, wide: boolean }\n', fields });

  test('WCP-06 nội dung chọn một, vài hoặc mọi nhánh · the content chooses one, several or all of the branches', async () => {
    for (const [fields, ways] of [
      [{ legal: true, budget: 0, wide: false }, ['phap-ly']],
      [{ legal: true, budget: 5, wide: false }, ['phap-ly', 'kinh-phi']],
      [{ legal: true, budget: 5, wide: true }, ['phap-ly', 'kinh-phi', 'phoi-hop']],
    ] as const) {
      const d = await asking(fields);
      await d.submit();
      await d.standsAt('song-song', ...ways);
    }
  });

  test('WCP-07 chỉ đợi những nhánh đã chọn, đủ cả · the join waits for the chosen branches, all of them and no other', async () => {
    const d = await asking({ legal: true, budget: 5, wide: false });
    await d.submit();
    await d.decide('kinh-phi', WHO.officeHead, 'approved');
    await d.standsAt('song-song', 'phap-ly');
    await d.decide('phap-ly', WHO.head, 'approved');
    await d.standsAt('ket');
    expect(await d.activations('phoi-hop')).toEqual([]);
  });

  test('WCP-07 không nhánh nào được chọn thì đi tiếp ngay · where no branch is chosen nothing is waited for', async () => {
    const d = await asking({ legal: false, budget: 0, wide: false });
    await d.submit();
    await d.standsAt('ket');
  });
});
