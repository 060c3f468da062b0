import { randomUUID } from 'node:crypto';
import type { components } from '@totrinh/api-client';
import { ApiOffice } from '../api/api-office.ts';
import { eventually } from '../house/eventually.ts';

type Dossier = components['schemas']['Dossier'];
type Task = Dossier['tasks'][number];
type Step = Dossier['steps'][number];
export type PatternEvent = components['schemas']['Event'];
export type QueuedTask = components['schemas']['QueuedTask'];

/** People of the sample by their posts: lead unit BTCTU, office VPTU, asked units STC and BTGTU, standing members, the Standing Committee. */
export const WHO = {
  drafter: 'btctu-drafter', head: 'btctu-head', deputy: 'btctu-deputy', leadClerk: 'btctu-clerk', admin: 'vptu-admin', officeHead: 'vptu-head', officeDeputy: 'vptu-deputy', checker: 'vptu-form-checker', clerk: 'vptu-clerk',
  askedHead: 'stc-head', askedClerk: 'stc-clerk', askedDrafter: 'stc-drafter', otherHead: 'btgtu-head',
} as const;

/** The seats of the body `standing`. */
export const STANDING = ['ban-thuong-vu-01', 'ban-thuong-vu-02', 'ban-thuong-vu-03', 'ban-thuong-vu-04', 'ban-thuong-vu-05'] as const;

/** The draft that everything begins with, leading to this step, as a step of a route; and the usual ends. */
export const draftTo = (next: string): string => `  soan-thao: { kind: draft, who: { person: drafter }, needs: { documents: [du-thao] }, next: { completed: ${next} } }\n`;
export const END = `  xong: { kind: end, status: done }\n`;
export const REFUSED_END = `  khong: { kind: end, status: rejected }\n`;

/** An act that is sent at the same moment as others: on the task at a step, or without `path` on the dossier. */
export interface Shot { readonly person: string; readonly verb: string; readonly body?: object; readonly path?: string }

/** What a refused request answered. */
export interface Refused { readonly status: number; readonly code: string; readonly details: Readonly<Record<string, unknown>> }

export interface Opening {
  /** Head of the route beside its name and title, as YAML lines: fields, more roles. */
  readonly head?: string;
  readonly fields?: Readonly<Record<string, boolean | number | string>>;
  readonly roles?: { readonly units?: Readonly<Record<string, string>>; readonly groups?: Readonly<Record<string, readonly string[]>>; readonly bodies?: Readonly<Record<string, string>> };
  readonly item?: Partial<components['schemas']['ImportItem']>;
  /** Who opens it and drafts; BTCTU's drafter where nobody is named. */
  readonly drafter?: string;
}

const HEAD = `units: { appraising: from item, issuing: from item }
groups: { cooperating: from item }
bodies: { authority: from item, standing: thuong-truc }
`;

/**
 * An office in which each test writes the route that it is about: publishes it through the API, opens a dossier on it and
 * lets people act; the real workflow opens what follows.
 */
export class PatternOffice {
  readonly api: ApiOffice;

  private constructor(api: ApiOffice) {
    this.api = api;
  }

  static async open(name: string): Promise<PatternOffice> {
    return new PatternOffice(await ApiOffice.open(name, 0));
  }

  /** Publishes a route of these steps (YAML below `steps:`, indented by two) under a name of its own; answers the name. */
  async publish(start: string, steps: string, head = HEAD): Promise<string> {
    const route = `mau-${randomUUID().slice(0, 8)}`;
    await this.must(WHO.admin, 'POST', '/routes', { source: `route: ${route}\ntitle: { vi: Quy trình MẪU, en: Sample route }\n${head}start: ${start}\nsteps:\n${steps}` });
    return route;
  }

  /** Publishes and opens a dossier of BTCTU's drafter on a new item; its first step is open. */
  async dossier(start: string, steps: string, given: Opening = {}): Promise<PatternDossier> {
    return this.open(await this.publish(start, steps, `${HEAD}${given.head ?? ''}`), given);
  }

  /** A dossier on a route that is published. */
  async open(route: string, given: Opening = {}): Promise<PatternDossier> {
    const code = `${this.api.name}-${randomUUID().slice(0, 8)}`;
    await this.must(WHO.admin, 'POST', '/programmes/import', this.api.programme([code], { cooperating: ['STC', 'BTGTU'], ...given.item }));
    const answer = await this.must(given.drafter ?? WHO.drafter, 'POST', '/dossiers', { route, item: code, ...(given.fields ? { fields: given.fields } : {}), ...(given.roles ? { roles: given.roles } : {}) });
    const dossier = new PatternDossier(this, String(answer['dossier']));
    await dossier.settled();
    return dossier;
  }

  /** Everything that waits for somebody, in the order in which it is shown, page after page. */
  async queue(person: string, limit = 200): Promise<QueuedTask[]> {
    const tasks: QueuedTask[] = [];
    let cursor: string | null = null;
    do {
      const page = (await this.must(person, 'GET', `/tasks?limit=${limit}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`)) as unknown as components['schemas']['Queue'];
      tasks.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    return tasks;
  }

  /** A request that has to go through. */
  async must(as: string, method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Record<string, unknown>> {
    const answer = await this.api.raw(path, { as, method, headers: { Prefer: 'wait=10', ...headers }, ...(body === undefined ? {} : { body }) });
    if (answer.status >= 300) throw new Error(`${as} ${method} ${path}: ${answer.status} ${answer.body.code} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** A request that has to be refused. */
  async refused(as: string, method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Refused> {
    const answer = await this.api.raw(path, { as, method, headers, ...(body === undefined ? {} : { body }) });
    if (answer.status < 300) throw new Error(`${as} ${method} ${path} went through`);
    return { status: answer.status, code: answer.body.code, details: (answer.body['details'] ?? {}) as Refused['details'] };
  }
}

/** A dossier that a test walks: people act by post, and what is open is read as the administrator sees it. */
export class PatternDossier {
  readonly office: PatternOffice;
  readonly id: string;

  constructor(office: PatternOffice, id: string) {
    this.office = office;
    this.id = id;
  }

  async read(as: string = WHO.admin): Promise<Dossier> {
    return (await this.office.must(as, 'GET', `/dossiers/${this.id}`)) as unknown as Dossier;
  }

  /** Once the workflow has made every move that is called for. */
  settled(): Promise<Dossier> {
    return eventually('the dossier has moved', async () => { const d = await this.read(); return !d.moving && d; }, { withinMs: 60_000 });
  }

  /** Codes of the open steps, in order of opening, once nothing moves. */
  async at(): Promise<string[]> {
    return (await this.settled()).steps.filter((s) => s.state === 'open').map((s) => s.path);
  }

  /** Waits until exactly these steps are open (regions count); automatic steps take a moment. */
  async standsAt(...paths: readonly string[]): Promise<void> {
    const wanted = [...paths].sort().join();
    await eventually(`the dossier stands at ${wanted}`, async () => {
      const now = (await this.at()).sort().join();
      if (now !== wanted) throw new Error(`it stands at ${now}`);
      return true;
    }, { withinMs: 60_000 });
  }

  /** Waits until it has ended. */
  ended(): Promise<string> {
    return eventually('the dossier has ended', async () => { const { status } = await this.settled(); return status !== 'open' && status; }, { withinMs: 60_000 });
  }

  /** The open task at a step that this person may see as theirs, or the only one. */
  async task(path: string, person?: string): Promise<Task> {
    const open = (await this.settled()).tasks.filter((t) => t.path === path && t.state === 'open');
    const task = open.find((t) => person !== undefined && t.candidates.some((c) => c.person === person)) ?? open[0];
    if (!task) throw new Error(`no open task at ${path}; open: ${(await this.at()).join()}`);
    return task;
  }

  /** An act on the task at a step: `verb` is the last part of its address (`decision`, `cast`, `transfer` …). */
  async act(path: string, person: string, verb: string, body: object = {}): Promise<Record<string, unknown>> {
    const task = await this.task(path, person);
    const answer = await this.office.must(person, 'POST', `/tasks/${task.id}/${verb}`, body, { 'If-Match': task.etag });
    await this.settled();
    return answer;
  }

  decide(path: string, person: string, outcome: string, body: object = {}): Promise<Record<string, unknown>> {
    return this.act(path, person, 'decision', { outcome, ...body });
  }

  /** The same, refused. */
  async notAct(path: string, person: string, verb: string, body: object = {}): Promise<Refused> {
    const task = await this.task(path, person);
    return this.office.refused(person, 'POST', `/tasks/${task.id}/${verb}`, body, { 'If-Match': task.etag });
  }

  /** An act on the dossier itself: `verb` is its address below the dossier (`submit`, `recall`, `proposals/…/confirm`). */
  async does(person: string, verb: string, body: object = {}): Promise<Record<string, unknown>> {
    const answer = await this.office.must(person, 'POST', `/dossiers/${this.id}/${verb}`, body, { 'If-Match': '*' });
    await this.settled();
    return answer;
  }

  notDoes(person: string, verb: string, body: object = {}): Promise<Refused> {
    return this.office.refused(person, 'POST', `/dossiers/${this.id}/${verb}`, body, { 'If-Match': '*' });
  }

  async attach(role: string, text: string, person: string = WHO.drafter): Promise<void> {
    const { etag } = await this.read(person);
    const client = await this.office.api.as(person);
    const { error } = await client.attach(this.id, { role, name: `${role} MẪU.txt`, bytes: text, ifMatch: etag });
    if (error) throw new Error(JSON.stringify(error));
  }

  /** Attaches a draft and submits it. */
  async submit(text = 'Dự thảo MẪU', person: string = WHO.drafter): Promise<void> {
    await this.attach('du-thao', `${text} ${this.id}`, person);
    await this.does(person, 'submit');
  }

  /** The types of the events so far, in order. */
  async events(): Promise<string[]> {
    return (await this.history()).map((e) => e.type);
  }

  /** The events so far, in order. */
  async history(): Promise<PatternEvent[]> {
    const events: PatternEvent[] = [];
    let cursor: string | null = null;
    do {
      const page = (await this.office.must(WHO.admin, 'GET', `/dossiers/${this.id}/events?limit=200${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`)) as unknown as { items: PatternEvent[]; next: string | null };
      events.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    return events;
  }

  /** What of this dossier waits for somebody. */
  async waitingFor(person: string): Promise<QueuedTask[]> {
    await this.settled();
    return (await this.office.queue(person)).filter((t) => t.dossier.id === this.id);
  }

  /** Who may work on the open task at a step. */
  async askedAt(path: string): Promise<string[]> {
    return (await this.task(path)).candidates.map((c) => c.person);
  }

  /** Who holds the open task at a step; null while it is offered. */
  async holderAt(path: string): Promise<string | null> {
    return (await this.task(path)).holder?.person ?? null;
  }

  /** The activations of a step so far, in order of opening. */
  async activations(path: string): Promise<Step[]> {
    return (await this.settled()).steps.filter((s) => s.path === path);
  }

  /** The tasks of a step so far, whatever became of them. */
  async tasksAt(path: string): Promise<Task[]> {
    return (await this.settled()).tasks.filter((t) => t.path === path);
  }

  /** An act on a task as it was read earlier, refused. */
  notIn(task: Task, person: string, verb: string, body: object = {}): Promise<Refused> {
    return this.office.refused(person, 'POST', `/tasks/${task.id}/${verb}`, body, { 'If-Match': task.etag });
  }

  /** Several acts sent at the same moment; answers the code of each refusal, null for what went through. */
  async together(...shots: readonly Shot[]): Promise<(string | null)[]> {
    const aimed = await Promise.all(shots.map(async ({ path, person, verb, body = {} }) => {
      const task = path === undefined ? null : await this.task(path, person);
      return { as: person, body, to: task ? `/tasks/${task.id}/${verb}` : `/dossiers/${this.id}/${verb}`, tag: task?.etag ?? '*' };
    }));
    const answers = await Promise.all(aimed.map(({ as, body, to, tag }) => this.office.api.raw(to, { as, body, headers: { 'If-Match': tag } })));
    await this.settled();
    return answers.map((a) => (a.status < 300 ? null : a.body.code));
  }
}
