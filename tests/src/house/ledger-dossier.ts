import { advance, attach, cancel, claim, comment, create, decide, edit, issue, recall, release, returnTo, seen, submit, type ActAnswer, type ActRequest, type Desk, type ImportItem, type Moved } from '@totrinh/casework';
import { inTransaction, loadCase, type LoadedCase } from '@totrinh/persistence';
import type { CaseTask, Result } from '@totrinh/domain';
import { must, type LedgerHouse } from './ledger-house.ts';

type Given = Partial<ActRequest>;

/** A dossier in a ledger house, driven by the people of its office; `move` plays the workflow. Refusals come back as results. */
export class LedgerDossier {
  readonly house: LedgerHouse;
  readonly id: string;
  readonly drafter: string;
  /** Where its people act; the house's own desk unless a test puts another one there. */
  readonly desk: Desk;

  constructor(house: LedgerHouse, id: string, drafter: string, desk: Desk = house.desk) {
    this.house = house;
    this.id = id;
    this.drafter = drafter;
    this.desk = desk;
  }

  /** The same dossier, acted on at another desk. */
  atDesk(desk: Desk): LedgerDossier {
    return new LedgerDossier(this.house, this.id, this.drafter, desk);
  }

  /** A new dossier on an item of its own, its first draft open; of BTCTU's drafter on the house's route unless told otherwise. */
  static async open(house: LedgerHouse, given: { item?: Partial<ImportItem>; drafter?: string; route?: string } = {}): Promise<LedgerDossier> {
    const { item = {}, drafter = 'btctu-cv', route = 'mau' } = given;
    const code = await house.item(item);
    const answer = must(await create(house.desk, { route, version: null, item: code, title: null, dueOn: null }, house.request(drafter)));
    const dossier = new LedgerDossier(house, answer.dossier, drafter);
    await dossier.move();
    return dossier;
  }

  async load(): Promise<LoadedCase> {
    const loaded = await inTransaction(this.house.source, (tx) => loadCase(tx, this.id));
    if (!loaded) throw new Error(`no dossier ${this.id}`);
    return loaded;
  }

  /** The paths of the open steps. */
  async at(): Promise<string[]> {
    return (await this.load()).case.steps.filter((s) => s.state === 'open').map((s) => s.path);
  }

  /** The open task at this step, of this unit or for this person. */
  async task(path: string, of?: string): Promise<CaseTask> {
    const { case: c } = await this.load();
    const step = c.steps.find((s) => s.path === path && s.state === 'open');
    const task = c.tasks.find((t) => t.step === step?.id && t.state === 'open' && (of === undefined || t.unit === of || t.assignees.some((a) => a.person === of)));
    if (!task) throw new Error(`no open task at ${path} for ${of ?? 'anybody'}; open: ${await this.at()}`);
    return task;
  }

  async move(): Promise<Moved> {
    return must(await advance(this.desk, this.id));
  }

  attach(role: string, content: string, given: Given = {}): Promise<Result<ActAnswer>> {
    return attach(this.desk, this.id, { role, name: `${role}.docx`, sha256: content, size: 1, mediaType: 'application/pdf' }, this.by(this.drafter, given));
  }

  edit(title: string, given: Given = {}): Promise<Result<ActAnswer>> {
    return edit(this.desk, this.id, { title }, this.by(this.drafter, given));
  }

  submit(given: Given = {}): Promise<Result<ActAnswer>> {
    return submit(this.desk, this.id, this.by(this.drafter, given));
  }

  recall(given: Given = {}): Promise<Result<ActAnswer>> {
    return recall(this.desk, this.id, this.by(this.drafter, given));
  }

  cancel(reason: string | null, given: Given = {}): Promise<Result<ActAnswer>> {
    return cancel(this.desk, this.id, reason, this.by(this.drafter, given));
  }

  comment(person: string, text: string, given: Given = {}): Promise<Result<ActAnswer>> {
    return comment(this.desk, this.id, { text }, this.by(person, given));
  }

  async decide(path: string, person: string, outcome: string, reason: string | null = null, given: Given = {}): Promise<Result<ActAnswer>> {
    return this.decideIn((await this.task(path, person)).id, person, outcome, reason, given);
  }

  decideIn(task: string, person: string, outcome: string, reason: string | null = null, given: Given = {}): Promise<Result<ActAnswer>> {
    return decide(this.desk, { task, outcome, reason }, this.by(person, given));
  }

  returnIn(task: string, person: string, to: string | null, reason: string, given: Given = {}): Promise<Result<ActAnswer>> {
    return returnTo(this.desk, { task, to, reason }, this.by(person, given));
  }

  seen(task: string, person: string, given: Given = {}): Promise<Result<ActAnswer>> {
    return seen(this.desk, task, this.by(person, given));
  }

  claim(task: string, person: string, given: Given = {}): Promise<Result<ActAnswer>> {
    return claim(this.desk, task, this.by(person, given));
  }

  release(task: string, person: string, given: Given = {}): Promise<Result<ActAnswer>> {
    return release(this.desk, task, this.by(person, given));
  }

  issueIn(task: string, person = 'vptu-vt', given: Given = {}): Promise<Result<ActAnswer>> {
    return issue(this.desk, { task }, this.by(person, given));
  }

  private by(person: string, given: Given): ActRequest {
    return this.house.request(person, given);
  }
}

const LEGS: readonly (readonly [string, (d: LedgerDossier) => Promise<unknown>])[] = [
  ['soan-thao', async () => undefined],
  ['duyet-noi-dung', async (d) => { must(await d.attach('du-thao', 'a1')); must(await d.submit()); }],
  ['lay-y-kien', async (d) => must(await d.decide('duyet-noi-dung', 'btctu-truong', 'approved'))],
  ['tiep-thu', async (d) => { must(await d.decide('lay-y-kien', 'stc-truong', 'consent')); must(await d.decide('lay-y-kien', 'btgtu-truong', 'object', 'MẪU lý do')); }],
  ['ky-to-trinh', async (d) => { must(await d.attach('to-trinh', 'b1')); must(await d.submit()); }],
  ['kiem-tra', async (d) => must(await d.decide('ky-to-trinh', 'btctu-truong', 'signed'))],
  ['tham-dinh', async (d) => must(await d.decide('kiem-tra', 'vptu-th', 'approved'))],
  ['thong-qua', async (d) => must(await d.decide('tham-dinh', 'vptu-truong', 'approved'))],
  ['ky', async (d) => { for (const member of ['btv-1', 'btv-2', 'btv-3']) must(await d.decide('thong-qua', member, 'approved')); }],
  ['ban-hanh', async (d) => must(await d.decide('ky', 'btv-1', 'signed'))],
  ['hoan-thanh', async (d) => must(await d.issueIn((await d.task('ban-hanh')).id))],
];

/** Drives a dossier along the straight way until this step is open (or, at `hoan-thanh`, the dossier has ended). */
export async function driveTo(dossier: LedgerDossier, path: string): Promise<LedgerDossier> {
  const legs = LEGS.map(([leg]) => leg);
  const from = legs.indexOf((await dossier.at())[0] ?? '');
  if (from < 0 || legs.indexOf(path) <= from) throw new Error(`cannot drive to ${path} from ${await dossier.at()}`);
  for (const [leg, go] of LEGS.slice(from + 1)) {
    await go(dossier);
    await dossier.move();
    if (leg === path) break;
  }
  return dossier;
}
