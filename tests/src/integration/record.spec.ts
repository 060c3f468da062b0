import { fold } from '@totrinh/domain';
import { factsOf, verifyChain, type StoredEvent } from '@totrinh/persistence';
import { chainOf, faultsOf } from '../house/ledger-checks.ts';
import { driveTo, LedgerDossier } from '../house/ledger-dossier.ts';
import { LedgerHouse, must } from '../house/ledger-house.ts';

let house: LedgerHouse;
let d: LedgerDossier;
beforeAll(async () => {
  house = await LedgerHouse.open();
  d = await driveTo(await LedgerDossier.open(house), 'hoan-thanh');
});
afterAll(async () => house.close());

/** What a superuser can do who puts triggers and foreign keys aside; undone afterwards. */
async function tampered(sql: string): Promise<string[]> {
  await house.look('begin');
  await house.look('set local session_replication_role = replica');
  await house.look(sql, sql.includes('$1') ? [d.id] : []);
  const { events, words, head } = await chainOf(house, d.id);
  await house.look('rollback');
  return verifyChain(d.id, events, head, words).map((f) => f.fault);
}

const EVENT = 'totrinh.event where dossier_id = $1 and seq';

describe('a record that somebody has touched', () => {
  test('an untouched chain verifies, and the tables are its fold', async () => {
    expect(await faultsOf(house, d.id)).toEqual([]);
    const { events } = await chainOf(house, d.id);
    expect(fold(d.id, factsOf(events))).toEqual((await d.load()).case);
  });

  test.each<[string, string, string]>([
    ['a changed body', `update totrinh.event set body = replace(body, 'approved', 'returned') where dossier_id = $1 and type = 'decision.made'`, 'hash'],
    ['a body that is not JSON', `update totrinh.event set body = 'x' where dossier_id = $1 and seq = 3`, 'canonical'],
    ['a body that is null', `update totrinh.event set body = 'null' where dossier_id = $1 and seq = 3`, 'canonical'],
    ['a changed body with its hash made anew', `update totrinh.event set body = replace(body, 'approved', 'returned'), hash = encode(sha256(convert_to(replace(body, 'approved', 'returned'), 'UTF8')), 'hex') where dossier_id = $1 and type = 'decision.made'`, 'prev'],
    ['a body written with other spaces', `update totrinh.event set body = replace(body, ',', ', ') where dossier_id = $1 and seq = 3`, 'canonical'],
    ['a changed column', `update ${EVENT.replace('where', `set type = 'comment.added' where`)} = 3`, 'columns'],
    ['a changed instant', `update ${EVENT.replace('where', `set at = at - interval '1 day' where`)} = 3`, 'columns'],
    ['a changed act', `update ${EVENT.replace('where', `set act_id = null where`)} = 4`, 'columns'],
    ['two swapped rows', `update totrinh.event e set type = o.type, at = o.at, act_id = o.act_id, body = o.body, hash = o.hash from totrinh.event o where e.dossier_id = $1 and o.dossier_id = $1 and e.seq in (3, 4) and o.seq = 7 - e.seq`, 'missing'],
    ['a row taken out', `delete from ${EVENT} = 5`, 'missing'],
    ['the first row taken out', `delete from ${EVENT} = 1`, 'missing'],
    ['the end cut off', `delete from ${EVENT} > 20`, 'head'],
    ['the whole chain cut off', `delete from ${EVENT} > 0`, 'head'],
    ['a row put in at the end', `insert into totrinh.event select dossier_id, seq + 1, type, at, act_id, body, hash from totrinh.event where dossier_id = $1 order by seq desc limit 1`, 'missing'],
    ['a row of another dossier put in', `update totrinh.event set body = replace(body, $1::text, '00000000-0000-4000-8000-000000000000') where dossier_id = $1::uuid and seq = 2`, 'prev'],
    ['a changed head', `update totrinh.dossier set head_hash = repeat('0', 64) where id = $1`, 'head'],
    ['a changed word', `update totrinh.event_private set value = 'MẪU khác' where dossier_id = $1 and field = 'reason'`, 'word'],
    ['a word taken out', `delete from totrinh.event_private where dossier_id = $1 and field = 'reason'`, 'word'],
    ['a word put in', `insert into totrinh.event_private values ($1, 2, 'reason', 'salt', 'MẪU')`, 'word'],
    ['a word with its salt erased alone', `alter table totrinh.event_private drop constraint event_private_check; update totrinh.event_private set salt = null where field = 'reason'`, 'word'],
  ])('%s is found', async (_name, sql, fault) => {
    expect(await tampered(sql)).toContain(fault);
  });

  test('erased words still verify, and so does what comes after', async () => {
    const other = await LedgerDossier.open(house);
    must(await other.comment('btctu-cv', 'MẪU lời sẽ xoá'));
    await house.look('update totrinh.event_private set salt = null, value = null where dossier_id = $1', [other.id]);
    must(await other.comment('btctu-cv', 'MẪU lời sau'));
    expect(await faultsOf(house, other.id)).toEqual([]);
  });

  test('instants never go back, though the clock does', async () => {
    const other = await LedgerDossier.open(house);
    house.clock.pass(-86_400_000);
    must(await other.comment('btctu-cv', 'MẪU'));
    house.clock.pass(86_400_000);
    const { events } = await chainOf(house, other.id);
    expect(events.map((e: StoredEvent) => e.at.getTime())).toEqual(events.map(() => house.clock.at.getTime()));
    expect(await faultsOf(house, other.id)).toEqual([]);
  });

  test('a dossier that is named in capitals keeps one name on its chain', async () => {
    const other = await LedgerDossier.open(house);
    const shouted = new LedgerDossier(house, other.id.toUpperCase(), other.drafter);
    must(await shouted.comment('btctu-cv', 'MẪU'));
    expect(await faultsOf(house, other.id)).toEqual([]);
  });
});
