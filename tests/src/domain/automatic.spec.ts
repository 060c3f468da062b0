import { arrive, reach, settleAutomatic, type Fact, type Result } from '@totrinh/domain';
import { refusal, type DossierDriver } from './dossier-driver.ts';
import { innerAt, innerDossier, openStep, stepId } from './inner-life.ts';

function atNotice(d: DossierDriver = innerDossier()): DossierDriver {
  innerAt('theo-doi', d);
  for (const milestone of ['van-ban-trien-khai', 'so-ket']) d.must(reach(d.case, d.route, { task: d.task('theo-doi').id, milestone }, d.as('btctu-truong')));
  d.move();
  return d;
}
const came = (d: DossierDriver, person: string, name = 'cong-van-tra-loi'): Result<Fact[]> => arrive(d.case, d.route, { name }, d.as(person));

describe('Bước tự động và sự kiện bên ngoài · automatic steps and arrivals', () => {
  test('báo tin xong thì bước khép lại; lần hai không ghi gì', () => {
    const d = atNotice();
    const step = stepId(d, 'bao-tin');
    expect(d.put(settleAutomatic(d.case, d.route, step, 'completed', 'notify')).map((f) => f.type)).toEqual(['effect.done', 'step.settled']);
    expect(settleAutomatic(d.case, d.route, step, 'completed', 'notify')).toEqual([]);
    d.move();
    expect(openStep(d, 'cho-tra-loi')).toBeDefined();
  });

  test('hệ thống khác hết cách gọi: “lapsed” chỉ đi tiếp nơi quy trình có đường', () => {
    const hook = (next: object): DossierDriver => atNotice(innerDossier({ 'bao-tin': { kind: 'webhook', hook: 'so-hoa', due: { days: 3 }, next } }));
    const dead = hook({ completed: 'cho-tra-loi' });
    expect(settleAutomatic(dead.case, dead.route, stepId(dead, 'bao-tin'), 'lapsed', 'webhook')).toEqual([]);
    const open = hook({ completed: 'cho-tra-loi', lapsed: 'hoan-thanh' });
    open.put(settleAutomatic(open.case, open.route, stepId(open, 'bao-tin'), 'lapsed', 'webhook'));
    open.move();
    expect(open.case.status).toBe('done');
  });

  test('bước của người, bước không có: không tự khép', () => {
    const d = innerAt('theo-doi');
    expect(settleAutomatic(d.case, d.route, stepId(d, 'theo-doi'), 'completed', 'notify')).toEqual([]);
    expect(settleAutomatic(d.case, d.route, 'khong-co', 'completed', 'notify')).toEqual([]);
  });

  test('công văn tới: bước chờ khép lại', () => {
    const d = atNotice();
    d.put(settleAutomatic(d.case, d.route, stepId(d, 'bao-tin'), 'completed', 'notify'));
    d.move();
    expect(d.must(came(d, 'vptu-cv')).map((f) => f.type)).toEqual(['event.arrived', 'step.settled']);
    d.move();
    expect(d.case.status).toBe('done');
    expect(refusal(came(d, 'vptu-cv'))).toBe('DOSSIER_CLOSED');
  });

  test('công văn tới sớm được giữ: bước chờ mở ra là qua ngay; báo lần hai không ghi gì', () => {
    const d = atNotice();
    expect(d.must(came(d, 'btctu-cv2')).map((f) => f.type)).toEqual(['event.arrived']);
    expect(d.must(came(d, 'quan-tri'))).toEqual([]);
    d.put(settleAutomatic(d.case, d.route, stepId(d, 'bao-tin'), 'completed', 'notify'));
    d.move();
    expect(d.case.status).toBe('done');
  });

  test('người ngoài báo, sự kiện không bước nào chờ: bị từ chối', () => {
    const d = atNotice();
    expect(refusal(came(d, 'stc-truong'))).toBe('NOT_ALLOWED');
    expect(refusal(came(d, 'btctu-cv', 'khac'))).toBe('STEP_NOT_FOUND');
  });
});
