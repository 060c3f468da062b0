import { nudge, redo, redoTargets, reopen, repair, withdraw, type ErrorCode } from '@totrinh/domain';
import { detailsOf, refusal, TODAY } from './dossier-driver.ts';
import { ExceptionDriver } from './exception-driver.ts';
import { ROUTE_TEXT, textWith } from './sample-route.ts';

const redoing = (d: ExceptionDriver, from: string, to: string, person: string, reason: string | null = 'bổ sung ý kiến') => redo(d.case, d.route, { step: d.open(from).id, to, reason }, d.as(person));

describe('Làm lại · a passed step is done again', () => {
  test.each<readonly [string, string, string, string | null, ErrorCode | null]>([
    ['cho-y-kien', 'tham-dinh', 'tt-1', 'lý do', null], ['cho-y-kien', 'lay-y-kien', 'vptu-pho', 'lý do', null], ['cho-y-kien', 'tiep-thu', 'tt-1', 'lý do', 'RETURN_TARGET_NOT_LEGAL'],
    ['cho-y-kien', 'ky', 'tt-1', 'lý do', 'RETURN_TARGET_NOT_LEGAL'], ['cho-y-kien', 'tham-dinh', 'tt-1', null, 'REASON_REQUIRED'], ['cho-y-kien', 'tham-dinh', 'btctu-truong', 'lý do', 'NOT_ALLOWED'],
    ['tiep-thu', 'lay-y-kien', 'btctu-cv', 'lý do', 'VERB_NOT_IN_STEP'], ['ban-hanh', 'ky', 'vptu-vt', 'lý do', null],
  ])('từ %s về %s, %s (lý do: %s): %s', (from, to, person, reason, code) => {
    const d = ExceptionDriver.at(from);
    const { round, manifest } = d.case;
    const result = redoing(d, from, to, person, reason);
    expect(refusal(result)).toBe(code);
    if (!result.ok) return;
    d.put(result.value);
    d.move();
    expect(d.at()).toEqual([to]);
    expect(d.case).toMatchObject({ round, manifest });
    expect(d.facts.find((f) => f.type === 'dossier.redone')).toMatchObject({ data: { from, to }, secret: { reason } });
  });

  test('từ trong nhánh về bước trước khi chia nhánh thì cả vùng kết thúc', () => {
    const d = ExceptionDriver.sideBySide();
    d.must(redoing(d, 'soat-a', 'lay-y-kien', 'stc-truong'));
    d.move();
    expect(d.at()).toEqual(['lay-y-kien']);
    expect(d.case.tasks.filter((t) => t.state === 'open' && t.step !== d.open('lay-y-kien').id)).toEqual([]);
  });

  test('trong cùng một nhánh thì nhánh kia không bị động tới', () => {
    const d = ExceptionDriver.sideBySide();
    d.decide('soat-a', 'stc-truong', 'approved');
    d.move();
    d.must(redoing(d, 'soat-a2', 'soat-a', 'stc-truong'));
    d.move();
    expect(d.at()).toEqual(['soat-a', 'soat-b', 'song-song']);
    expect(d.open('soat-a').within).toEqual({ step: d.open('song-song').id, branch: 'a' });
  });

  test('nhánh chạy tiếp sau khi đã hội tụ không kéo hồ sơ lùi lại', () => {
    const steps = ROUTE_TEXT.steps;
    const d = ExceptionDriver.at('tiep-thu', textWith({
      'tiep-thu': { ...steps['tiep-thu'], next: { completed: 'song-song' } },
      'song-song': { kind: 'parallel', branches: { a: { steps: ['soat-a'] }, b: { steps: ['soat-b'] } }, join: 'any', rest: 'finish', next: { completed: 'tham-dinh' } },
      'soat-a': { kind: 'review', who: { headOf: 'stc' }, next: { approved: 'join', returned: 'tiep-thu' } },
      'soat-b': { kind: 'review', who: { headOf: 'btgtu' }, next: { approved: 'join', returned: 'tiep-thu' } },
    }, { units: { ...ROUTE_TEXT.units, stc: 'from item', btgtu: 'from item' } }));
    d.attach('to-trinh', 'b1'); d.submit(); d.move();
    d.decide('soat-a', 'stc-truong', 'approved'); d.move();
    expect(d.at()).toEqual(['soat-b', 'tham-dinh']);
    expect(redoTargets(d.case, d.route, d.open('soat-b'))).toEqual([]);
    d.must(redoing(d, 'tham-dinh', 'lay-y-kien', 'vptu-truong'));
    d.move();
    expect(d.at()).toEqual(['lay-y-kien']);
  });

  test('không có bước đang mở ấy; hồ sơ đã kết thúc', () => {
    const d = ExceptionDriver.at('cho-y-kien');
    const { id } = d.open('cho-y-kien');
    expect(refusal(redo(d.case, d.route, { step: 'khong-co', to: 'tham-dinh', reason: 'lý do' }, d.as('tt-1')))).toBe('STEP_NOT_FOUND');
    d.decide('cho-y-kien', 'tt-1', 'rejected', 'lý do'); d.move();
    expect(refusal(redo(d.case, d.route, { step: id, to: 'tham-dinh', reason: 'lý do' }, d.as('tt-1')))).toBe('DOSSIER_CLOSED');
  });
});

describe('Sửa luồng · a stuck dossier is repaired', () => {
  const repairing = (d: ExceptionDriver, to: string, person = 'quan-tri-1', reason: string | null = 'vướng mắc') => repair(d.case, d.route, { to, reason }, d.as(person), d.means);

  test.each([
    ['hai quản trị', 'quan-tri-1', 'quan-tri-2', null], ['quản trị rồi thủ trưởng cơ quan chủ trì', 'quan-tri-1', 'btctu-truong', null], ['thủ trưởng rồi quản trị', 'btctu-truong', 'quan-tri-1', null],
    ['một mình quản trị', 'quan-tri-1', 'quan-tri-1', 'SAME_PERSON'], ['quản trị và phó thủ trưởng', 'quan-tri-1', 'btctu-pho', 'NOT_ALLOWED'], ['quản trị và văn phòng', 'quan-tri-1', 'vptu-truong', 'NOT_ALLOWED'],
  ] as const)('%s: %s đề nghị, %s xác nhận → %s', (_who, first, second, code) => {
    const d = ExceptionDriver.at('cho-y-kien');
    d.must(repairing(d, 'lay-y-kien', first));
    const result = d.confirm(second);
    expect(refusal(result)).toBe(code);
    if (!result.ok) return;
    d.put(result.value);
    d.move();
    expect(d.at()).toEqual(['lay-y-kien']);
    expect(d.facts.find((f) => f.type === 'dossier.repaired')?.data).toEqual({ to: 'lay-y-kien', proposedBy: first, confirmedBy: second });
  });

  test.each<readonly [string, string, string, string | null, ErrorCode | null]>([
    ['cho-y-kien', 'thong-qua', 'quan-tri-1', 'lý do', null], ['cho-y-kien', 'ky', 'quan-tri-1', 'lý do', 'RETURN_TARGET_NOT_LEGAL'], ['cho-y-kien', 'ban-hanh', 'quan-tri-1', 'lý do', 'RETURN_TARGET_NOT_LEGAL'],
    ['cho-y-kien', 'hoan-thanh', 'quan-tri-1', 'lý do', 'RETURN_TARGET_NOT_LEGAL'], ['cho-y-kien', 'khong-co', 'quan-tri-1', 'lý do', 'RETURN_TARGET_NOT_LEGAL'],
    ['cho-y-kien', 'tham-dinh', 'btctu-pho', 'lý do', 'NOT_ALLOWED'], ['cho-y-kien', 'tham-dinh', 'quan-tri-1', null, 'REASON_REQUIRED'], ['hoan-thanh', 'ky', 'quan-tri-1', 'lý do', 'DOSSIER_CLOSED'],
  ])('ở %s, đưa tới %s bởi %s (lý do: %s): %s', (at, to, person, reason, code) => {
    expect(refusal(repairing(ExceptionDriver.at(at), to, person, reason))).toBe(code);
  });

  test('hai thủ trưởng không sửa luồng: một trong hai người là quản trị', () => {
    const d = ExceptionDriver.at('cho-y-kien');
    d.directory.appointments = [...d.directory.appointments, { person: 'btctu-truong-2', role: 'head', unit: 'btctu', body: null, appointment: 'kiem-nhiem' }];
    d.must(repairing(d, 'lay-y-kien', 'btctu-truong'));
    expect(refusal(d.confirm('btctu-truong-2'))).toBe('NOT_ALLOWED');
  });

  test('bước được gọi mà không mở được thì được lấy lại', () => {
    const d = ExceptionDriver.at('cho-y-kien');
    d.decide('cho-y-kien', 'tt-1', 'approved');
    expect(d.case.pending.map((p) => p.path)).toEqual(['thong-qua']);
    d.must(repairing(d, 'tham-dinh'));
    d.must(d.confirm('quan-tri-2'));
    expect(d.case.pending.map((p) => p.path)).toEqual(['tham-dinh']);
    d.move();
    expect(d.at()).toEqual(['tham-dinh']);
  });

  test('trong một nhánh đang mở thì chỉ nhánh ấy được đặt lại; ra ngoài thì cả vùng kết thúc', () => {
    const d = ExceptionDriver.sideBySide();
    d.must(repairing(d, 'soat-a2'));
    d.must(d.confirm('quan-tri-2'));
    d.move();
    expect(d.at()).toEqual(['soat-a2', 'soat-b', 'song-song']);
    d.decide('soat-a2', 'stc-truong', 'approved');
    expect(detailsOf(repairing(d, 'soat-a'))).toMatchObject({ because: 'regionNotOpen' });
    d.must(repairing(d, 'tham-dinh'));
    d.must(d.confirm('quan-tri-2'));
    d.move();
    expect(d.at()).toEqual(['tham-dinh']);
    expect(detailsOf(repairing(d, 'soat-a'))).toMatchObject({ because: 'regionNotOpen' });
  });

  test('văn bản đã có số thì không quay về trước khi ban hành', () => {
    const steps = ROUTE_TEXT.steps;
    const d = ExceptionDriver.at('ban-hanh', textWith({ 'ban-hanh': { ...steps['ban-hanh'], next: { issued: 'theo-doi' } }, 'theo-doi': { kind: 'track', milestones: ['bao-cao'], next: { completed: 'hoan-thanh' } } }));
    d.issue();
    d.move();
    expect(refusal(repairing(d, 'ky'))).toBe('ALREADY_ISSUED');
    expect(refusal(repairing(d, 'theo-doi'))).toBeNull();
  });
});

describe('Mở lại · a dossier is opened again', () => {
  const reopening = (d: ExceptionDriver, person = 'btctu-truong', to: string | null = null, reason: string | null = 'có chủ trương mới') => reopen(d.case, d.route, { to, reason }, d.as(person));
  const rejected = (): ExceptionDriver => { const d = ExceptionDriver.at('cho-y-kien'); d.decide('cho-y-kien', 'tt-1', 'rejected', 'lý do'); d.move(); return d; };

  test.each([
    ['thủ trưởng cơ quan chủ trì', 'btctu-truong', null, 'lý do', null, 'soan-thao'], ['quản trị, về bước soạn thảo sau', 'quan-tri-1', 'tiep-thu', 'lý do', null, 'tiep-thu'], ['phó thủ trưởng', 'btctu-pho', null, 'lý do', 'NOT_ALLOWED', ''],
    ['bước không phải soạn thảo', 'btctu-truong', 'tham-dinh', 'lý do', 'RETURN_TARGET_NOT_LEGAL', ''], ['không nêu lý do', 'btctu-truong', null, null, 'REASON_REQUIRED', ''],
  ] as const)('%s (%s) mở lại tại %s: %s %s', (_who, person, to, reason, code, at) => {
    const d = rejected();
    const result = reopening(d, person, to, reason);
    expect(refusal(result)).toBe(code);
    if (!result.ok) return;
    d.put(result.value);
    d.move();
    expect([d.at(), d.case.status, d.case.round, d.case.programmeState]).toEqual([[at], 'open', 2, 'notYetSubmitted']);
  });

  test('hồ sơ đang mở, hồ sơ đã có số thì không mở lại', () => {
    expect(detailsOf(reopening(ExceptionDriver.at('cho-y-kien')))).toEqual({ because: 'stillOpen' });
    expect(refusal(reopening(ExceptionDriver.at('hoan-thanh')))).toBe('ALREADY_ISSUED');
    const d = rejected();
    d.case = { ...d.case, status: 'done' };
    expect(refusal(reopening(d))).toBe('DOSSIER_CLOSED');
  });
});

describe('Thu hồi văn bản · an issued document is withdrawn', () => {
  const withdrawing = (d: ExceptionDriver, person: string, how: 'replace' | 'correct' | 'revoke' = 'correct', reason: string | null = 'sai sót') => withdraw(d.case, { how, reason, replacedBy: null }, d.as(person));

  test.each([
    ['thủ trưởng cơ quan chủ trì', 'btctu-truong', 'lý do', null], ['thủ trưởng cơ quan ban hành', 'vptu-truong', 'lý do', null], ['phó thủ trưởng', 'btctu-pho', 'lý do', 'NOT_ALLOWED'],
    ['văn thư', 'vptu-vt', 'lý do', 'NOT_ALLOWED'], ['không nêu lý do', 'btctu-truong', null, 'REASON_REQUIRED'],
  ] as const)('%s: %s (%s) → %s', (_who, person, reason, code) => {
    expect(refusal(withdrawing(ExceptionDriver.at('hoan-thanh'), person, 'correct', reason))).toBe(code);
  });

  test('bãi bỏ thì nội dung chương trình coi như chưa làm; đính chính thì vẫn hoàn thành; thu hồi một lần', () => {
    const revoked = ExceptionDriver.at('hoan-thanh');
    revoked.must(withdrawing(revoked, 'btctu-truong', 'revoke'));
    const corrected = ExceptionDriver.at('hoan-thanh');
    corrected.must(withdrawing(corrected, 'btctu-truong', 'correct'));
    expect([revoked.case.programmeState, corrected.case.programmeState]).toEqual(['notYetSubmitted', 'completed']);
    expect(refusal(withdrawing(corrected, 'btctu-truong', 'revoke'))).toBe('ALREADY_WITHDRAWN');
  });

  test('chưa ban hành thì không có gì để thu hồi', () => {
    expect(refusal(withdrawing(ExceptionDriver.at('ban-hanh'), 'btctu-truong'))).toBe('NOT_ISSUED');
  });
});

describe('Đôn đốc · somebody is reminded', () => {
  const nudging = (d: ExceptionDriver, path: string, person: string, on = TODAY) => nudge(d.case, d.route, d.task(path).id, on, d.as(person));

  test.each<readonly [string, string, ErrorCode | null]>([
    ['lay-y-kien', 'btctu-cv', null], ['lay-y-kien', 'btctu-vt', null], ['lay-y-kien', 'vptu-vt', null], ['lay-y-kien', 'btgtu-truong', 'NOT_ALLOWED'], ['tham-dinh', 'btctu-truong', null],
    ['duyet-noi-dung', 'btctu-truong', 'NOT_ALLOWED'], ['cho-y-kien', 'btctu-truong', 'NOT_ALLOWED'], ['thong-qua', 'vptu-pho', 'NOT_ALLOWED'], ['ky', 'vptu-pho', 'NOT_ALLOWED'], ['ban-hanh', 'btctu-cv', null],
  ])('ở bước %s, %s: %s', (path, person, code) => {
    expect(refusal(nudging(ExceptionDriver.at(path), path, person))).toBe(code);
  });

  test('lãnh đạo thì không đôn đốc, và nói rõ vì sao', () => {
    expect(detailsOf(nudging(ExceptionDriver.at('ky'), 'ky', 'btctu-truong'))).toEqual({ because: 'leadersAreNotNudged' });
  });

  test('mỗi ngày một lần cho một việc', () => {
    const d = ExceptionDriver.at('lay-y-kien');
    d.must(nudging(d, 'lay-y-kien', 'btctu-cv'));
    expect(refusal(nudging(d, 'lay-y-kien', 'btctu-truong'))).toBe('NUDGE_TOO_SOON');
    expect(refusal(nudging(d, 'lay-y-kien', 'btctu-truong', '2022-07-14'))).toBeNull();
  });

  test('việc không có, việc đã đóng, bước không cho đôn đốc', () => {
    const d = ExceptionDriver.at('lay-y-kien', textWith({ 'tham-dinh': { ...ROUTE_TEXT.steps['tham-dinh'], without: ['nudge'] } }));
    const { id } = d.task('lay-y-kien');
    d.decide('lay-y-kien', 'stc-truong', 'consent');
    expect(refusal(nudge(d.case, d.route, 'khong-co', TODAY, d.as('btctu-cv')))).toBe('TASK_NOT_FOUND');
    expect(refusal(nudge(d.case, d.route, id, TODAY, d.as('btctu-cv')))).toBe('TASK_CLOSED');
    const other = ExceptionDriver.at('tham-dinh', textWith({ 'tham-dinh': { ...ROUTE_TEXT.steps['tham-dinh'], without: ['nudge'] } }));
    expect(refusal(nudging(other, 'tham-dinh', 'btctu-cv'))).toBe('VERB_NOT_IN_STEP');
  });
});
