import { opinionTable, respond, submit, type ErrorCode, type Fact, type ResponseVerdict, type Result } from '@totrinh/domain';
import { refusal, type DossierDriver } from './dossier-driver.ts';
import { innerAt } from './inner-life.ts';

/** At the second draft, with one consent and one objection. */
function withObjection(): DossierDriver {
  const d = innerAt('lay-y-kien');
  d.decide('lay-y-kien', 'stc-truong', 'consent');
  d.decide('lay-y-kien', 'btgtu-truong', 'object', 'MẪU chưa rõ nguồn vốn');
  d.move();
  return d;
}
const objection = (d: DossierDriver): string => d.case.decisions.find((x) => x.outcome === 'object')?.id ?? '';
const line = (d: DossierDriver, verdict: ResponseVerdict, reason: string | null = 'MẪU giải trình', person = 'btctu-cv', decision = objection(d)): Result<Fact[]> => respond(d.case, { decision, verdict, reason }, d.as(person));

describe('Tổng hợp, tiếp thu, giải trình · answers to opinions', () => {
  test('ý kiến khác chưa có dòng giải trình thì chưa trình được; dòng sau thay dòng trước cho đến khi trình', () => {
    const d = withObjection();
    expect(refusal(submit(d.case, d.route, d.as('btctu-cv'), d.means))).toBe('RESPONSES_MISSING');
    d.must(line(d, 'not'));
    const [fact] = d.must(line(d, 'partly')).filter((f) => f.type === 'opinion.responded');
    expect(fact).toMatchObject({ data: { verdict: 'partly' }, secret: { reason: 'MẪU giải trình' } });
    expect(opinionTable(d.case, d.route)).toMatchObject([
      { step: 'lay-y-kien', unit: 'stc', person: 'stc-truong', outcome: 'consent', verdict: null, mustAnswer: false },
      { step: 'lay-y-kien', unit: 'btgtu', person: 'btgtu-truong', outcome: 'object', verdict: 'partly', mustAnswer: true },
    ]);
    d.submit();
    expect(refusal(line(d, 'accepted'))).toBe('NO_OPEN_DRAFT');
  });

  test('lượt lấy ý kiến sau thay lượt trước trong bảng', () => {
    const d = withObjection();
    d.must(line(d, 'accepted', null));
    d.submit(); d.move();
    d.decide('tham-dinh', 'vptu-truong', 'returned', 'MẪU lấy lại ý kiến', 'lay-y-kien');
    d.move();
    expect(opinionTable(d.case, d.route).map((r) => r.step)).toEqual(['tham-dinh']);
    d.decide('lay-y-kien', 'stc-truong', 'consent');
    expect(opinionTable(d.case, d.route).map((r) => r.outcome)).toEqual(['returned', 'consent']);
  });

  type Refused = readonly [string, (d: DossierDriver) => Result<Fact[]>, ErrorCode];
  const REFUSED: readonly Refused[] = [
    ['không tiếp thu mà không giải trình', (d) => line(d, 'not', null), 'REASON_REQUIRED'],
    ['một phần mà không giải trình', (d) => line(d, 'partly', null), 'REASON_REQUIRED'],
    ['ý kiến không có', (d) => line(d, 'accepted', null, 'btctu-cv', 'khong-co'), 'DECISION_NOT_FOUND'],
    ['duyệt nội dung không phải ý kiến', (d) => line(d, 'accepted', null, 'btctu-cv', d.case.decisions.find((x) => x.outcome === 'approved')?.id), 'DECISION_NOT_FOUND'],
    ['người không giữ việc soạn thảo', (d) => line(d, 'accepted', null, 'btctu-truong'), 'NOT_ALLOWED'],
  ];
  test.each(REFUSED)('%s: bị từ chối', (_name, act, code) => {
    expect(refusal(act(withObjection()))).toBe(code);
  });
});
