import { driveTo, LedgerDossier } from '../house/ledger-dossier.ts';
import { codeOf, LedgerHouse, must } from '../house/ledger-house.ts';
import type { SourcedDesk } from '../house/sourced-desk.ts';
import { withStatements } from './gates.ts';
import { moves, patientDesk, runRace, type Race } from './races.ts';

// Draft, a body of three, the clerk: short, so that every order of a race can begin from a dossier of its own.
const SHORT = `
route: ngan
title: { vi: MẪU ngắn, en: Short sample }
units: { appraising: from item, issuing: from item }
groups: { cooperating: from item }
bodies: { authority: from item }
start: soan-thao
steps:
  soan-thao: { kind: draft, who: { person: drafter }, due: { days: 5 }, next: { completed: lay-y-kien } }
  lay-y-kien: { kind: consult, each: { units: cooperating }, due: { days: 7 }, next: { completed: thong-qua } }
  thong-qua: { kind: approve, who: { body: authority }, rule: all, next: { approved: ban-hanh, rejected: dung-lai, returned: soan-thao } }
  ban-hanh: { kind: issue, register: from item, who: { post: van-thu, of: issuing }, completes: item, next: { issued: hoan-thanh } }
  hoan-thanh: { kind: end, status: done }
  dung-lai: { kind: end, status: rejected }
`;

let house: LedgerHouse;
let desk: SourcedDesk;
beforeAll(async () => {
  house = await LedgerHouse.open();
  await house.publish(SHORT);
  desk = await patientDesk(house);
});
afterAll(async () => {
  await desk.source.destroy();
  await house.close();
});

const said = async (answer: ReturnType<LedgerDossier['recall']>): Promise<string> => codeOf(await answer) ?? 'ok';

async function submitted(): Promise<LedgerDossier> {
  const d = await LedgerDossier.open(house, { route: 'ngan' });
  must(await d.submit());
  return d;
}

async function atConsultation(): Promise<LedgerDossier> {
  const d = await submitted();
  await d.move();
  return d;
}

async function atBody(deciding: readonly string[]): Promise<LedgerDossier> {
  const d = await atConsultation();
  for (const unit of ['stc-truong', 'btgtu-truong']) must(await d.decide('lay-y-kien', unit, 'consent'));
  await d.move();
  for (const member of deciding) must(await d.decide('thong-qua', member, 'approved'));
  return d;
}

const RACES: Record<string, { prepare: () => Promise<Race>; results: string[] }> = {
  'recall, the workflow and the workflow again, before it has opened a step': {
    prepare: async () => ({ dossier: await submitted(), operations: { recall: (d) => said(d.recall()), move: moves, again: moves } }),
    results: ['ok ok ok'],
  },
  'recall, cancel and the workflow, before it has opened a step': {
    prepare: async () => ({ dossier: await submitted(), operations: { recall: (d) => said(d.recall()), cancel: (d) => said(d.cancel('MẪU')), move: moves } }),
    results: ['DOSSIER_CLOSED ok ok', 'ok ok ok'],
  },
  'recall, a unit that looks, and a unit that answers': {
    prepare: async () => {
      const dossier = await atConsultation();
      const [stc, btgtu] = [(await dossier.task('lay-y-kien', 'stc')).id, (await dossier.task('lay-y-kien', 'btgtu')).id];
      return { dossier, operations: { recall: (d) => said(d.recall()), seen: (d) => said(d.seen(stc, 'stc-truong')), answer: (d) => said(d.decideIn(btgtu, 'btgtu-truong', 'consent')) } };
    },
    results: ['RECALL_TOO_LATE ok ok', 'ok TASK_CLOSED TASK_CLOSED'],
  },
  'the last two units of a consultation and the workflow': {
    prepare: async () => {
      const dossier = await atConsultation();
      const [stc, btgtu] = [(await dossier.task('lay-y-kien', 'stc')).id, (await dossier.task('lay-y-kien', 'btgtu')).id];
      return { dossier, operations: { stc: (d) => said(d.decideIn(stc, 'stc-truong', 'consent')), btgtu: (d) => said(d.decideIn(btgtu, 'btgtu-truong', 'consent')), move: moves } };
    },
    results: ['ok ok ok'],
  },
  'two people in one unit, who claim and who decides': {
    prepare: async () => {
      const dossier = await atConsultation();
      const { id } = await dossier.task('lay-y-kien', 'stc');
      return { dossier, operations: { claim: (d) => said(d.claim(id, 'stc-pho')), too: (d) => said(d.claim(id, 'stc-truong')), decide: (d) => said(d.decideIn(id, 'stc-truong', 'consent')) } };
    },
    results: ['TASK_CLOSED TASK_CLOSED ok', 'TASK_CLOSED ok ok', 'TASK_HELD_BY_OTHER ok ok', 'ok TASK_HELD_BY_OTHER TASK_HELD_BY_OTHER'],
  },
  'return, approval and the workflow, when a body of three has one voice left': {
    prepare: async () => {
      const dossier = await atBody(['btv-1']);
      const [two, three] = [(await dossier.task('thong-qua', 'btv-2')).id, (await dossier.task('thong-qua', 'btv-3')).id];
      return { dossier, operations: { return: (d) => said(d.returnIn(two, 'btv-2', 'soan-thao', 'MẪU lý do')), approve: (d) => said(d.decideIn(three, 'btv-3', 'approved')), move: moves } };
    },
    results: ['ok TASK_CLOSED ok', 'ok ok ok'],
  },
  'recall, return and the workflow': {
    prepare: async () => {
      const dossier = await LedgerDossier.open(house);
      await driveTo(dossier, 'duyet-noi-dung');
      const { id } = await dossier.task('duyet-noi-dung');
      return { dossier, operations: { recall: (d) => said(d.recall()), return: (d) => said(d.returnIn(id, 'btctu-truong', null, 'MẪU lý do')), move: moves } };
    },
    results: ['NOTHING_TO_RECALL ok ok', 'ok TASK_CLOSED ok'],
  },
  'a draft that is attached to, submitted and stopped': {
    prepare: async () => ({ dossier: await LedgerDossier.open(house, { route: 'ngan' }), operations: { attach: (d) => said(d.attach('du-thao', 'a2')), submit: (d) => said(d.submit()), cancel: (d) => said(d.cancel('MẪU')) } }),
    results: ['DOSSIER_CLOSED DOSSIER_CLOSED ok', 'DOSSIER_CLOSED ok ok', 'NO_OPEN_DRAFT ok ok', 'ok DOSSIER_CLOSED ok', 'ok ok ok'],
  },
};

describe('people and the workflow at the same time, in every order of their locks', () => {
  test.each(Object.entries(RACES))('%s', async (_name, { prepare, results }) => {
    const raced = await runRace(house, desk, prepare);
    expect(raced.schedules).toBeGreaterThan(10);
    expect(raced.results).toEqual(results);
  }, 180_000);

  test('an engine that reads a dossier without locking it is caught', async () => {
    const careless = withStatements(desk, (text) => text.replace(/(from totrinh\.dossier where id = \$1) for update/, '$1'));
    const race = runRace(house, careless, async () => ({ dossier: await submitted(), operations: { recall: (d) => said(d.recall()), move: moves } }));
    await expect(race).rejects.toThrow(/^schedule /);
  });
});
