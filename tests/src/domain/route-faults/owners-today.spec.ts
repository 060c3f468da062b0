import { checkRoute, nobodyFault, ownersToResolve } from '@totrinh/domain';
import { routeOf } from '../sample-route.ts';
import { approve, draft, part, review, small, through, vote } from './small-route.ts';

const asked = { approved: 'ban-hanh', returned: 'soan', rejected: 'dung' };

describe('Ai nhận việc hôm nay · whom a route asks whatever the dossier is', () => {
  test('vai ghi sẵn được hỏi bằng mã của nó; vai theo nội dung, cơ quan chủ trì và người soạn thì không', () => {
    const route = routeOf(small({
      soan: draft('hoi', { orElse: { post: 'chanh-van-phong' } }),
      hoi: { kind: 'consult', each: { units: 'cooperating' }, next: { completed: 'bieu-quyet' } },
      'bieu-quyet': vote({ roster: { body: 'committee' } }, { approved: 'duyet', rejected: 'dung' }),
      duyet: approve(asked, { who: { signers: 'authority' }, orElse: { doneBy: 'soan' } }),
    }, { units: { issuing: 'vptu' }, groups: { cooperating: 'so-nganh' }, bodies: { authority: 'from item', committee: 'ban-thuong-vu' } }));
    expect(ownersToResolve(route)).toEqual([
      { step: 'soan', who: { post: 'chanh-van-phong', of: 'vptu' } },
      { step: 'bieu-quyet', who: { body: 'ban-thuong-vu' } },
      { step: 'hoi', who: { units: 'so-nganh' } },
    ].sort((a, b) => Object.keys(route.steps).indexOf(a.step) - Object.keys(route.steps).indexOf(b.step)));
  });

  test('bước của quy trình con được hỏi theo vai mà quy trình con ghi', () => {
    const check = checkRoute(through('y-kien'), part('y-kien', { xem: review('xong', 'xong', { who: { headOf: 'finance' } }), xong: { kind: 'end', status: 'done' }, thoi: { kind: 'end', status: 'rejected' } }, { units: { finance: 'stc' } }));
    if (!check.ok) throw new Error(check.faults.map(({ en }) => en).join());
    expect(ownersToResolve(check.route)).toEqual([{ step: 'con/xem', who: { headOf: 'stc' } }]);
    expect(nobodyFault('con/xem')).toMatchObject({ code: 'nobody', path: ['steps', 'con'] });
  });
});
