import { inOrder } from '../../../apps/web/src/features/routes/step-order.ts';

describe('các bước của quy trình · the steps of a route', () => {
  test('stand in the order in which a dossier meets them, ends last, whatever order the store keeps', () => {
    const steps = {
      ky: { kind: 'sign', next: { signed: 'xong', returned: 'soan' } }, xong: { kind: 'end' }, soan: { kind: 'draft', next: { completed: 'duyet' } }, khong: { kind: 'end' }, 'y-kien': { kind: 'parallel', branches: { a: { steps: ['hoi', 'nghe'] } }, next: { joined: 're' } },
      duyet: { kind: 'review', next: { approved: 'y-kien', rejected: 'khong', returned: 'soan' } }, hoi: { kind: 'consult', next: { completed: 'nghe' } }, nghe: { kind: 'review', next: { approved: 'join' } }, re: { kind: 'choice', when: [{ go: 'ky' }, { else: 'ky' }] }, roi: { kind: 'notify' },
    };
    expect(inOrder('soan', steps)).toEqual(['soan', 'duyet', 'y-kien', 'hoi', 'nghe', 're', 'ky', 'roi', 'khong', 'xong']);
  });
});
