import { randomUUID } from 'node:crypto';
import { createClient, must, type ApiClient, type components } from '@totrinh/api-client';
import { signIn } from '@totrinh/embedded';
import { eventually } from '../house/eventually.ts';
import { theHouse, type HouseAddress } from '../house/house-address.ts';
import { routeSource } from './api-route.ts';
import { judge, judgedFetch } from './contract.ts';

type Shapes = components['schemas'];
export type Answer = Shapes['ActAnswer'];
export type ProblemAnswer = Shapes['Problem'];

/** People of the sample, by what they do in the tests' route: lead unit BTCTU, appraised and issued by VPTU. */
export const PEOPLE = { admin: 'vptu-admin', drafter: 'btctu-drafter', head: 'btctu-head', appraiser: 'vptu-deputy', otherAppraiser: 'vptu-head', member: 'ban-thuong-vu-12', stranger: 'stc-clerk', clerk: 'vptu-clerk' } as const;

/** A request in the raw, for what a client would never send. */
export interface RawRequest { readonly as?: string; readonly token?: string; readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }
export interface RawAnswer { readonly status: number; readonly headers: Headers; readonly body: ProblemAnswer & Record<string, unknown> }

const tokens = new Map<string, Promise<string>>();

/** The office of one suite, in the house of the run: a route and programme items of its own, and people at their screens. Every answer is judged by openapi.json. */
export class ApiOffice {
  readonly house: HouseAddress;
  readonly name: string;
  readonly items: readonly string[];
  readonly baseUrl: string;
  #next = 0;

  private constructor(house: HouseAddress, name: string, items: readonly string[]) {
    this.house = house;
    this.baseUrl = house.apiUrl;
    this.name = name;
    this.items = items;
  }

  /** Opens it with `items` programme items; `name` is the suite's. `house`: another one than that of the run. */
  static async open(name: string, items = 12, house: HouseAddress = theHouse()): Promise<ApiOffice> {
    const unique = `${name}-${randomUUID().slice(0, 8)}`;
    const office = new ApiOffice(house, unique, Array.from({ length: items }, (_, i) => `${unique}-${i + 1}`));
    const admin = await office.as(PEOPLE.admin);
    await must(admin.POST('/api/v1/routes', { body: { source: routeSource(unique) } }));
    await must(admin.POST('/api/v1/programmes/import', { body: office.programme(office.items) }));
    return office;
  }

  /** An import of the suite's own programme with these item codes. */
  programme(codes: readonly string[], item: Partial<Shapes['ImportItem']> = {}): Shapes['ImportRequest'] {
    const { name } = this;
    return {
      programme: { id: name, code: name, title: `Chương trình MẪU ${name}`, issuer: 'MẪU', issuedOn: '2021-03-17', term: 'XVII', yearFrom: 2021, yearTo: 2025 },
      items: codes.map((code, i) => ({
        code, no: i + 1, kind: 'de-an', title: `Đề án MẪU ${code}`, leadUnit: 'BTCTU', authority: 'ban-thuong-vu', cooperating: ['STC'], appraisingUnit: 'VPTU', issuingUnit: 'VPTU',
        registerIssuer: 'TU', registerType: 'de-an', directing: 'Phó Bí thư Thường trực', deadlineText: 'Quý III/2022', deadlinePrecision: 'quarter', deadlineOn: '2022-09-30', history: null, ...item,
      })),
    };
  }

  token(person: string): Promise<string> {
    const known = tokens.get(person) ?? signIn({ issuer: this.house.issuer, login: person }).then((s) => s.accessToken);
    tokens.set(person, known);
    return known;
  }

  async as(person: string): Promise<ApiClient> {
    return createClient({ baseUrl: this.baseUrl, token: await this.token(person), correlationId: `api-test-${this.name}`, fetch: judgedFetch });
  }

  async raw(path: string, { as, token, method = 'POST', headers = {}, body }: RawRequest = {}): Promise<RawAnswer> {
    const bearer = token ?? (as === undefined ? undefined : await this.token(as));
    const url = `${this.baseUrl}/api/v1${path}`;
    const response = await fetch(url, {
      method,
      headers: { ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    await judge(method, url, response);
    return { status: response.status, headers: response.headers, body: (await response.json()) as RawAnswer['body'] };
  }

  /** A new dossier in its open draft step, with its draft attached unless told otherwise. */
  async draft({ attached = true } = {}): Promise<Answer> {
    const drafter = await this.as(PEOPLE.drafter);
    const item = this.items[this.#next++];
    if (item === undefined) throw new Error('the suite asks for more dossiers than it has items');
    const created = await this.#arrived(await must(drafter.POST('/api/v1/dossiers', { params: { header: { Prefer: 'wait=10' } }, body: { route: this.name, item } })));
    return attached ? must(drafter.attach(created.dossier, { role: 'du-thao', name: 'Dự thảo MẪU.txt', bytes: `Dự thảo MẪU ${item}`, ifMatch: created.etag })) : created;
  }

  /** A new dossier that its head has approved up to this step. */
  async standingAt(step: 'duyet' | 'tham-dinh' | 'phe-duyet' | 'ky' | 'ban-hanh'): Promise<string> {
    const { dossier, etag } = await this.draft();
    await this.#arrived(await must((await this.as(PEOPLE.drafter)).POST('/api/v1/dossiers/{id}/submit', { params: { path: { id: dossier }, header: { 'If-Match': etag, Prefer: 'wait=10' } } })));
    const way = [['duyet', PEOPLE.head, 'approved'], ['tham-dinh', PEOPLE.appraiser, 'approved'], ['phe-duyet', PEOPLE.member, 'approved'], ['ky', 'ban-thuong-vu-01', 'signed']] as const;
    for (const [path, person, outcome] of way) {
      if (path === step) return dossier;
      const task = await this.task(dossier, path, person);
      await this.#arrived(await must((await this.as(task.person)).POST('/api/v1/tasks/{id}/decision', { params: { path: { id: task.id }, header: { 'If-Match': task.etag, Prefer: 'wait=10' } }, body: { outcome } })));
    }
    return dossier;
  }

  /** The answer once its move has been made, also on a machine that is busy for longer than the API waits. */
  async #arrived(answer: Answer): Promise<Answer> {
    if (!answer.moving) return answer;
    const admin = await this.as(PEOPLE.admin);
    const read = await eventually('the dossier has moved', async () => {
      const dossier = await must(admin.GET('/api/v1/dossiers/{id}', { params: { path: { id: answer.dossier } } }));
      return !dossier.moving && dossier;
    }, { withinMs: 60_000 });
    return { ...answer, moving: false, etag: read.etag, status: read.status };
  }

  /** The open task of a step, with its tag and somebody who may work on it: `person` if it can be them. */
  async task(dossier: string, path: string, person: string): Promise<{ id: string; etag: string; person: string; candidates: string[] }> {
    const read = await must((await this.as(PEOPLE.admin)).GET('/api/v1/dossiers/{id}', { params: { path: { id: dossier } } }));
    const task = read.tasks.find((t) => t.path === path && t.state === 'open');
    if (!task) throw new Error(`no open task at ${path}; open: ${read.steps.filter((s) => s.state === 'open').map((s) => s.path).join()}`);
    const candidates = task.candidates.map((c) => c.person);
    return { id: task.id, etag: task.etag, person: candidates.includes(person) ? person : candidates[0]!, candidates };
  }
}
