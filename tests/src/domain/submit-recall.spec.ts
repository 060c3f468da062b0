import { attach, cancel, claim, edit, manifestText, recall, seen, submit } from '@totrinh/domain';
import { detailsOf, type DossierDriver, refusal, TODAY } from './dossier-driver.ts';
import { driveTo } from './stages.ts';

const DOCUMENT = { role: 'du-thao', name: 'du-thao.docx', sha256: 'a1', size: 1, mediaType: 'application/pdf' };

describe('Trình · submission', () => {
  test('thiếu tài liệu bắt buộc thì chưa trình được, nói rõ thiếu gì', () => {
    const d = driveTo('soan-thao');
    d.attach('phu-luc', 'p1');
    const result = submit(d.case, d.route, d.as('btctu-cv'), d.means);
    expect(refusal(result)).toBe('DOCUMENT_MISSING');
    expect(detailsOf(result)).toEqual({ missing: ['du-thao'] });
  });

  test.each([
    ['thủ trưởng không cầm việc soạn thảo', 'btctu-truong', 'notYourTask'],
    ['người ngoài đơn vị', 'stc-truong', 'notYourDossier'],
  ])('%s không trình được', (_name, person, because) => {
    const d = driveTo('soan-thao');
    const result = submit(d.case, d.route, d.as(person), d.means);
    expect(refusal(result)).toBe('NOT_ALLOWED');
    expect(detailsOf(result)).toEqual({ because });
  });

  test('người soạn thảo đã chuyển công tác không trình được', () => {
    const d = driveTo('soan-thao');
    d.attach('du-thao', 'a1');
    d.directory.appointments = d.directory.appointments.filter((a) => a.person !== 'btctu-cv');
    expect(refusal(submit(d.case, d.route, d.as('btctu-cv'), d.means))).toBe('NOT_ALLOWED');
  });

  test('trình lần thứ hai bị từ chối: không còn bước soạn thảo nào mở', () => {
    const d = driveTo('duyet-noi-dung');
    expect(refusal(submit(d.case, d.route, d.as('btctu-cv'), d.means))).toBe('NO_OPEN_DRAFT');
  });

  test('bản trình đóng băng lần mới nhất của mỗi loại tài liệu, theo thứ tự tên loại', () => {
    const d = driveTo('soan-thao');
    d.attach('du-thao', 'a1'); d.attach('du-thao', 'a2'); d.attach('bao-cao', 'r1');
    const frozen = d.submit().find((f) => f.type === 'content.frozen');
    expect(JSON.parse(manifestText(d.case.documents))).toEqual([{ no: 1, role: 'bao-cao', sha256: 'r1' }, { no: 2, role: 'du-thao', sha256: 'a2' }]);
    expect(frozen?.data).toMatchObject({ documents: [d.case.documents[2]?.id, d.case.documents[1]?.id], manifest: d.means.digest(manifestText(d.case.documents)) });
    expect(d.case.manifest).toBe(d.means.digest(manifestText(d.case.documents)));
  });

  test('nội dung không đổi thì mã đối chiếu không đổi, đổi một tài liệu thì đổi', () => {
    const d = driveTo('duyet-noi-dung');
    const first = d.case.manifest;
    d.must(recall(d.case, d.route, d.as('btctu-cv'))); d.move(); d.submit();
    expect(d.case.manifest).toBe(first);
    d.must(recall(d.case, d.route, d.as('btctu-cv'))); d.move(); d.attach('du-thao', 'a2'); d.submit();
    expect(d.case.manifest).not.toBe(first);
  });
});

describe('Rút lại · recall', () => {
  test('rút được khi chưa ai xem: việc đang mở được đóng, hồ sơ về bước soạn thảo, lượt mới', () => {
    const d = driveTo('duyet-noi-dung');
    d.must(recall(d.case, d.route, d.as('btctu-truong')));
    d.move();
    expect(d.case.steps.map((s) => [s.path, s.state, s.round])).toEqual([['soan-thao', 'settled', 1], ['duyet-noi-dung', 'cancelled', 1], ['soan-thao', 'open', 2]]);
    expect(d.case.tasks.map((t) => t.state)).toEqual(['done', 'cancelled', 'open']);
  });

  test('rút được cả khi hệ thống chưa kịp mở bước sau: bước ấy không bao giờ được mở', () => {
    const d = driveTo('soan-thao');
    d.attach('du-thao', 'a1');
    d.submit();
    d.must(recall(d.case, d.route, d.as('btctu-cv')));
    d.move();
    expect(d.case.steps.map((s) => s.path)).toEqual(['soan-thao', 'soan-thao']);
  });

  test('đã có người xem thì không rút được nữa, nói rõ việc nào', () => {
    const d = driveTo('duyet-noi-dung');
    const task = d.task('duyet-noi-dung').id;
    d.must(seen(d.case, task, d.as('btctu-truong')));
    const result = recall(d.case, d.route, d.as('btctu-cv'));
    expect(refusal(result)).toBe('RECALL_TOO_LATE');
    expect(detailsOf(result)).toEqual({ task });
  });

  test('nhận việc cũng là đã xem, kể cả khi đã trả lại', () => {
    const d = driveTo('tham-dinh');
    d.must(claim(d.case, d.task('tham-dinh').id, d.as('vptu-pho')));
    expect(refusal(recall(d.case, d.route, d.as('btctu-cv')))).toBe('RECALL_TOO_LATE');
  });

  test.each([
    ['chưa trình lần nào', 'soan-thao', 'btctu-cv', 'NOTHING_TO_RECALL'],
    ['cơ quan khác', 'duyet-noi-dung', 'stc-truong', 'NOT_ALLOWED'],
    ['đồng nghiệp không phụ trách hồ sơ', 'duyet-noi-dung', 'btctu-cv2', 'NOT_ALLOWED'],
    ['hồ sơ đã kết thúc', 'hoan-thanh', 'btctu-cv', 'DOSSIER_CLOSED'],
  ])('%s thì không rút được', (_name, path, person, code) => {
    const d = driveTo(path);
    expect(refusal(recall(d.case, d.route, d.as(person)))).toBe(code);
  });

  test('rút hai lần thì lần sau không có gì để rút', () => {
    const d = driveTo('duyet-noi-dung');
    d.must(recall(d.case, d.route, d.as('btctu-cv')));
    expect(refusal(recall(d.case, d.route, d.as('btctu-cv')))).toBe('NOTHING_TO_RECALL');
  });

  test('hồ sơ đã được chuyển lại thì không còn gì để rút', () => {
    const d = driveTo('duyet-noi-dung');
    d.decide('duyet-noi-dung', 'btctu-truong', 'returned', 'lý do');
    expect(refusal(recall(d.case, d.route, d.as('btctu-cv')))).toBe('NOTHING_TO_RECALL');
  });
});

describe('Sửa, đính kèm, dừng · edit, attach, cancel', () => {
  test.each([
    ['hôm nay', TODAY, null], ['ngày mai', '2022-07-14', null], ['hôm qua', '2022-07-12', 'DUE_IN_PAST'], ['năm trước', '2021-12-31', 'DUE_IN_PAST'],
  ])('ngày dự kiến trình là %s', (_name, dueOn, code) => {
    const d = driveTo('soan-thao');
    expect(refusal(edit(d.case, d.route, { dueOn }, TODAY, d.as('btctu-cv')))).toBe(code);
  });

  test('tên mới là lời có thể xóa; nhật ký chỉ ghi tên trường', () => {
    const d = driveTo('soan-thao');
    const facts = d.must(edit(d.case, d.route, { title: 'Đề án MẪU (sửa)', dueOn: '2022-08-01' }, TODAY, d.as('btctu-cv')));
    expect(facts.at(-1)).toEqual({ type: 'dossier.edited', data: { fields: ['dueOn', 'title'] }, secret: { title: 'Đề án MẪU (sửa)', dueOn: '2022-08-01' } });
    expect(refusal(edit(d.case, d.route, {}, TODAY, d.as('btctu-cv')))).toBe('REQUEST_INVALID');
  });

  test('tài liệu được đánh số lần 1, 2, 3 riêng từng loại', () => {
    const d = driveTo('soan-thao');
    d.attach('du-thao', 'a1'); d.attach('to-trinh', 'b1'); d.attach('du-thao', 'a2'); d.attach('du-thao', 'a2');
    expect(d.case.documents.map((x) => [x.role, x.no])).toEqual([['du-thao', 1], ['to-trinh', 1], ['du-thao', 2], ['du-thao', 3]]);
  });

  test.each([
    ['nội dung đã trình là đóng băng', 'duyet-noi-dung', 'btctu-cv', 'NO_OPEN_DRAFT'],
    ['thủ trưởng không sửa thay', 'soan-thao', 'btctu-truong', 'NOT_ALLOWED'],
    ['hồ sơ đã kết thúc', 'hoan-thanh', 'btctu-cv', 'DOSSIER_CLOSED'],
  ])('%s', (_name, path, person, code) => {
    const d = driveTo(path);
    expect(refusal(attach(d.case, DOCUMENT, d.as(person), d.means))).toBe(code);
    expect(refusal(edit(d.case, d.route, { title: 'tên khác' }, TODAY, d.as(person)))).toBe(code);
  });

  test.each([
    ['người soạn thảo, có lý do', 'lay-y-kien', 'btctu-cv', 'không còn cần', null],
    ['thủ trưởng, có lý do', 'ban-hanh', 'btctu-truong', 'không còn cần', null],
    ['không có lý do', 'lay-y-kien', 'btctu-cv', null, 'REASON_REQUIRED'],
    ['cơ quan khác', 'lay-y-kien', 'stc-truong', 'lý do', 'NOT_ALLOWED'],
    ['đã kết thúc', 'hoan-thanh', 'btctu-cv', 'lý do', 'DOSSIER_CLOSED'],
  ])('dừng hồ sơ: %s', (_name, path, person, reason, code) => {
    const d = driveTo(path);
    const result = cancel(d.case, reason, d.as(person));
    expect(refusal(result)).toBe(code);
    if (!result.ok) return;
    d.put(result.value);
    expect(d.case).toMatchObject({ status: 'cancelled', pending: [], programmeState: 'notYetSubmitted' });
    expect(d.case.tasks.some((t) => t.state === 'open') || d.case.steps.some((s) => s.state === 'open')).toBe(false);
    expect(d.move()).toEqual([]);
  });

  test('đã lấy số thì không dừng được nữa, cũng không rút được', () => {
    const d = driveTo('ban-hanh');
    d.issue();
    expect(refusal(cancel(d.case, 'lý do', d.as('btctu-cv')))).toBe('ALREADY_ISSUED');
    expect(refusal(recall(d.case, d.route, d.as('btctu-cv')))).toBe('RECALL_TOO_LATE');
  });

  test('hồ sơ bị từ chối không còn nằm trước cấp có thẩm quyền', () => {
    const d: DossierDriver = driveTo('cho-y-kien');
    expect(d.case.programmeState).toBe('submitted');
    d.decide('cho-y-kien', 'tt-1', 'rejected', 'chưa đưa ra');
    d.move();
    expect(d.case).toMatchObject({ status: 'rejected', programmeState: 'notYetSubmitted' });
  });
});
