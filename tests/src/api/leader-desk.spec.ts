import { appointmentOf } from '../house/ledger-office.ts';
import { LedgerDossier } from '../house/ledger-dossier.ts';
import { must } from '../house/ledger-house.ts';
import { judge } from './contract.ts';
import { LiveOffice } from './live-office.ts';

interface Card { task: string; asks: { vi: string }; opinions: { vi: string } | null; verdict: { outcome: string; comment: string | null; by: { person: string } } | null; canRecord: boolean; answers: { verb: string; outcome: string; agrees: boolean; label: { vi: string } }[]; submittedBy: { unit: { id: string }; signer: { person: string; post: string | null } | null }; standing: { is: string; vi: string }; entrusted: { to: { person: string }[]; text: string | null } | null; recorded: { by: { person: string }; principal: { person: string }; outcome: string; label: { vi: string } } | null; documents: { count: number; items: { role: string }[] }; principal: { person: string }; allowedActions: { verb: string; allowed: boolean }[]; urgency: string }
interface Desk { for: { person: string }; own: boolean; count: number; cards: Card[]; next: string | null; people: { person: string; count: number }[] }

let office: LiveOffice;
let d: LedgerDossier;

beforeAll(async () => {
  office = await LiveOffice.open();
  d = await LedgerDossier.open(office.house);
  const decide = async (path: string, person: string, outcome: string, reason: string | null = null, of: string = person): Promise<void> => {
    must(await d.decideIn((await d.task(path, of)).id, person, outcome, reason));
    await d.move();
  };
  must(await d.attach('du-thao', 'bản thảo MẪU'));
  must(await d.submit());
  await d.move();
  await decide('duyet-noi-dung', 'btctu-truong', 'approved');
  await decide('lay-y-kien', 'stc-truong', 'consent', null, 'stc');
  await decide('lay-y-kien', 'btgtu-truong', 'other', 'Bổ sung số liệu MẪU', 'btgtu');
  must(await d.attach('to-trinh', 'tờ trình MẪU'));
  must(await d.submit());
  await d.move();
  await decide('ky-to-trinh', 'btctu-truong', 'signed');
  await decide('kiem-tra', 'vptu-th', 'approved', 'Đủ thành phần MẪU');
  await decide('tham-dinh', 'vptu-truong', 'approved', 'Đủ điều kiện trình MẪU', 'vptu-truong');
}, 120_000);
afterAll(async () => {
  await office.closeApi();
  await office.close();
});

async function desk(person: string, query = ''): Promise<Desk> {
  const response = await office.get(`/leader-desk${query}`, person);
  await judge('GET', `${office.url}/api/v1/leader-desk`, response);
  expect(response.status).toBe(200);
  return (await response.json()) as Desk;
}

async function act(person: string, path: string, body: object): Promise<{ status: number; body: { code?: string } }> {
  const token = await office.issuer.token({ sub: person });
  const response = await fetch(`${office.url}/api/v1${path}`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': `${path}-${person}-${JSON.stringify(body).length}` }, body: JSON.stringify(body) });
  await judge('POST', `${office.url}/api/v1${path}`, response);
  return { status: response.status, body: (await response.json()) as { code?: string } };
}

describe('việc trình đồng chí / what lies before a leader', () => {
  test('a leader finds one card: what is asked, who signed the submission, the office’s verdict, opinions and documents; never late', async () => {
    const { count, own, cards: [card] } = await desk('btv-2');
    expect([count, own]).toEqual([1, true]);
    expect(card).toMatchObject({
      asks: { vi: 'Xin phê duyệt: Đề án MẪU' }, urgency: 'normal', principal: { person: 'btv-2' }, submittedBy: { unit: { id: 'btctu' }, signer: { person: 'btctu-truong', post: 'MẪU head' } },
      verdict: { outcome: 'approved', comment: 'Đủ điều kiện trình MẪU', by: { person: 'vptu-truong' } }, opinions: { vi: '1 đồng ý · 1 khác' }, standing: { is: 'beforeLeaders' }, canRecord: false, entrusted: null, recorded: null, documents: { count: 2 },
    });
    expect(card?.standing.vi).toMatch(/^đang trình từ 13\/7/);
    expect(card?.answers.map((a) => [a.verb, a.outcome, a.agrees])).toEqual([['decide', 'approved', true], ['decide', 'rejected', false], ['decide', 'returned', false]]);
    expect(card?.allowedActions.find((a) => a.verb === 'decide')).toMatchObject({ allowed: true });
  });

  test('the secretary of the body sees the same for a leader, and may enter what was said; whom they may serve is listed', async () => {
    const secretary = await desk('btv-thu-ky', '?for=btv-2');
    expect([secretary.own, secretary.count, secretary.cards[0]?.canRecord, secretary.cards[0]?.principal.person]).toEqual([false, 1, true, 'btv-2']);
    expect(secretary.people.map((p) => [p.person, p.count])).toEqual([['btv-1', 1], ['btv-2', 1], ['btv-3', 1]]);
    expect((await desk('btv-thu-ky')).count).toBe(0);
  });

  test.each(['btctu-cv', 'stc-truong', 'sxd-truong'])('%s keeps nobody’s office and looks at no leader’s list', async (person) => {
    expect(await desk(person, '?for=btv-2')).toMatchObject({ count: 0, cards: [], people: [] });
  });

  test('giao thư ký: the secretary is told, the dossier carries the remark, the task stays with the leader', async () => {
    const { cards: [before] } = await desk('btv-2');
    expect((await act('btv-2', `/tasks/${before!.task}/entrust`, { text: 'Giao thư ký xem kỹ phần kinh phí MẪU' })).status).toBe(200);
    const { count, cards: [card] } = await desk('btv-2');
    expect([count, card?.entrusted]).toEqual([1, expect.objectContaining({ to: [{ person: 'btv-thu-ky', name: 'MẪU thư ký' }], text: 'Giao thư ký xem kỹ phần kinh phí MẪU' })]);
    expect(await office.house.look('select person_id as person, kind from totrinh.notice where dossier_id = $1 and kind = $2', [d.id, 'entrusted'])).toEqual([{ person: 'btv-thu-ky', kind: 'entrusted' }]);
    expect((await act('btv-2', `/tasks/${before!.task}/entrust`, { person: 'stc-truong' })).body.code).toBe('NOT_INCUMBENT');
    expect((await act('btctu-cv', `/tasks/${before!.task}/entrust`, {})).body.code).toBe('TASK_NOT_FOUND');
    expect(appointmentOf('btv-2')).not.toBe('');
  });

  test('ai giữ bao lâu: one lane without a gap, from the drafter to the leaders, read by those alone who may see the dossier', async () => {
    const response = await office.get(`/dossiers/${d.id}/holders`, 'btctu-cv');
    await judge('GET', `${office.url}/api/v1/dossiers/${d.id}/holders`, response);
    const { lanes } = (await response.json()) as { lanes: { lane: string; from: string; to: string; spans: { from: string; to: string; is: string; late: boolean | null; leaders: boolean }[] }[] };
    const spans = lanes[0]!.spans;
    for (const [i, s] of spans.entries()) if (i > 0) expect(s.from).toBe(spans[i - 1]!.to);
    expect(spans.at(-1)).toMatchObject({ is: 'leaders', leaders: true, late: null });
    expect((await office.get(`/dossiers/${d.id}/holders`, 'sxd-truong')).status).toBe(404);
  });

  test('once the leader has said it, it is off the list', async () => {
    const { cards: [card] } = await desk('btv-2');
    must(await d.decideIn(card!.task, 'btv-2', 'approved'));
    expect((await desk('btv-2')).count).toBe(0);
    expect((await desk('btv-1')).count).toBe(1);
  });
});
