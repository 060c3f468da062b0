import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { auditRecord } from '@totrinh/cli';
import { AuditReadModel } from '@totrinh/persistence';
import { driveTo, LedgerDossier } from '../house/ledger-dossier.ts';
import { LedgerHouse } from '../house/ledger-house.ts';

const MAIN = fileURLToPath(new URL('../../../apps/cli/src/main.ts', import.meta.url));

let house: LedgerHouse;
const issued: LedgerDossier[] = [];
beforeAll(async () => {
  house = await LedgerHouse.open();
  for (let i = 0; i < 3; i += 1) issued.push(await driveTo(await LedgerDossier.open(house), 'hoan-thanh'));
  await LedgerDossier.open(house);
});
afterAll(async () => house.close());

interface Ended { readonly code: number; readonly out: string; readonly err: string }

/** `totrinh audit verify` as an administrator runs it, against the suite's database. */
function audit(...args: string[]): Promise<Ended> {
  const env = { ...process.env, NODE_OPTIONS: '', TOTRINH_DB_URL: house.postgres.appUrl, TOTRINH_DB_OWNER_URL: house.postgres.ownerUrl };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', '@swc-node/register/esm-register', MAIN, 'audit', 'verify', ...args], { env }, (fault, out, err) => resolve({ code: typeof fault?.code === 'number' ? fault.code : 0, out, err }));
  });
}

async function tampered<T>(sql: string, back: string, look: () => Promise<T>): Promise<T> {
  const change = async (text: string): Promise<void> => {
    await house.look('begin; set local session_replication_role = replica');
    await house.look(text);
    await house.look('commit');
  };
  await change(sql);
  try {
    return await look();
  } finally {
    await change(back);
  }
}

describe('totrinh audit verify', () => {
  test('finds nothing in an untouched record, and says what it has read', async () => {
    const { code, out } = await audit();
    expect([code, out]).toEqual([0, expect.stringContaining('0 lỗi / 0 faults')]);
    expect(out).toMatch(/4 hồ sơ \/ dossiers, \d+ sự kiện/);
    expect(out).toMatch(/so-da XVII +3 số \/ numbers, 12–14 +✓/);
  });

  test('verifies one dossier, by id or by code', async () => {
    const { code: name } = await (issued[0] as LedgerDossier).load();
    for (const given of [issued[0]?.id ?? '', name]) expect(await audit('--dossier', given)).toMatchObject({ code: 0, out: expect.stringContaining('1 hồ sơ / dossiers') });
    expect(await audit('--dossier', 'HS-999999')).toMatchObject({ code: 1, err: expect.stringContaining('Không có hồ sơ HS-999999') });
  });

  test.each([
    ['CHAIN_HASH', `update totrinh.event set body = replace(body, '"approved"', '"Approved"') where type = 'decision.made'`, `update totrinh.event set body = replace(body, '"Approved"', '"approved"') where type = 'decision.made'`],
    ['NUMBER_MISSING', 'update totrinh.register_number set number = 99 where number = 13', 'update totrinh.register_number set number = 13 where number = 99'],
    ['NUMBER_BEYOND', `update totrinh.register_series set next = 14 where series = 'XVII'`, `update totrinh.register_series set next = 15 where series = 'XVII'`],
    ['NUMBER_UNFOUNDED', `update totrinh.register_number set text = 'x' || text where number = 13`, 'update totrinh.register_number set text = substr(text, 2) where number = 13'],
    ['NUMBER_UNREGISTERED', 'update totrinh.register_number set number = 99 where number = 13', 'update totrinh.register_number set number = 13 where number = 99'],
    ['DATE_DECREASES', `update totrinh.register_number set given_on = given_on + 1 where number = 12`, 'update totrinh.register_number set given_on = given_on - 1 where number = 12'],
    ['DATE_DIFFERS', `update totrinh.register_series set last_on = last_on + 1 where series = 'XVII'`, `update totrinh.register_series set last_on = last_on - 1 where series = 'XVII'`],
    ['CALENDAR_HASH', `update totrinh.calendar_version set body = replace(body, '2026-09-02', '2026-09-04')`, `update totrinh.calendar_version set body = replace(body, '2026-09-04', '2026-09-02')`],
    ['CALENDAR_COLUMNS', `update totrinh.calendar_version set reason = 'x' || reason`, 'update totrinh.calendar_version set reason = substr(reason, 2)'],
    ['CALENDAR_MISSING', 'update totrinh.calendar_version set version = 2', 'update totrinh.calendar_version set version = 1'],
  ])('%s is found', async (code, sql, back) => {
    const { faults } = await tampered(sql, back, () => auditRecord(new AuditReadModel(house.source), null));
    expect(faults.map((f) => f.code)).toContain(code);
  });

  test('a fault is told by its place, in both languages, and by the exit code', async () => {
    const ended = await tampered('update totrinh.register_number set number = 99 where number = 13', 'update totrinh.register_number set number = 13 where number = 99', audit);
    expect([ended.code, ended.out]).toEqual([1, expect.stringContaining('✗ so-da XVII: thiếu số 13 / number 13 is missing (NUMBER_MISSING)')]);
  });
});
