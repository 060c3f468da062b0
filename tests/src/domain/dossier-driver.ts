import { createHash } from 'node:crypto';
import {
  advance, attach, create, decide, emptyCase, extend, issue, openTasks, submit,
  type Actor, type Case, type CaseTask, type CreateCommand, type ErrorCode, type Fact, type FactType, type Means, type PlacedFact, type Register, type Result, type Route, type DueOf, type WhoQuery,
} from '@totrinh/domain';
import { Directory } from './sample-office.ts';
import { ROLES, ROUTE_TEXT, routeOf } from './sample-route.ts';

export const TODAY = '2022-07-13';
export const REGISTER: Register = { id: 'so-de-an', regime: 'party', notation: 'ĐA/TU', series: 'XVII', next: 12, lastOn: '2022-07-01' };
export const COMMAND: CreateCommand = { kind: 'de-an', title: 'MẪU', item: '01-CTr/TU-30', leadUnit: 'btctu', drafter: 'btctu-cv', roles: ROLES, dueOn: null };

/** Ids in order and a real digest, so that a run can be read and repeated. */
export function meansOf(prefix = 'id'): Means {
  let n = 0;
  return { id: () => `${prefix}-${++n}`, digest: (text) => createHash('sha256').update(text).digest('hex') };
}

/** A dossier and its chain in memory: plays casework (place the facts, keep the case) and the workflow (`move`). */
export class DossierDriver {
  readonly facts: PlacedFact[] = [];
  readonly route: Route;
  readonly directory: Directory;
  readonly means = meansOf();
  dueOf: DueOf = () => null;
  case: Case = emptyCase('ho-so');

  constructor(route: Route = routeOf(ROUTE_TEXT), directory: Directory = new Directory(), command: CreateCommand = COMMAND) {
    this.route = route;
    this.directory = directory;
    this.must(create({ id: route.route, version: 1, rules: route }, command, TODAY, directory.actor(command.drafter)));
  }

  as(person: string): Actor {
    return this.directory.actor(person);
  }

  put(facts: readonly Fact[]): readonly Fact[] {
    const { placed, after } = extend(this.case, facts);
    this.facts.push(...placed);
    this.case = after;
    return facts;
  }

  must(result: Result<Fact[]>): readonly Fact[] {
    if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.details)}`);
    return this.put(result.value);
  }

  /** What the workflow's one activity does: ask the directory, advance, place. */
  move(): readonly Fact[] {
    return this.put(this.movesNow());
  }

  movesNow(): readonly Fact[] {
    const { facts, missing } = advance(this.case, this.route, (query) => this.directory.ask(query), this.dueOf, this.means);
    if (missing.length > 0) throw new Error('the directory answers every question');
    return facts;
  }

  /** What the next move would ask the directory first. */
  questions(): readonly WhoQuery[] {
    return advance(this.case, this.route, () => undefined, this.dueOf, this.means).missing;
  }

  /** The open task at this step (of this unit, or that this person may work on). */
  task(path: string, of?: string): CaseTask {
    const step = this.case.steps.find((s) => s.path === path && s.state === 'open');
    const task = step && openTasks(this.case, step.id).find((t) => of === undefined || t.unit === of || t.assignees.some((a) => a.person === of));
    if (!task) throw new Error(`no open task at ${path} for ${of ?? 'anybody'}; open: ${JSON.stringify(this.case.steps.filter((s) => s.state === 'open').map((s) => s.path))}`);
    return task;
  }

  decide(path: string, person: string, outcome: string, reason: string | null = null, to: string | null = null): readonly Fact[] {
    return this.must(decide(this.case, this.route, { task: this.task(path, person).id, outcome, reason, to }, this.as(person), this.means));
  }

  attach(role: string, content: string, person = 'btctu-cv'): readonly Fact[] {
    return this.must(attach(this.case, { role, name: `${role}.docx`, sha256: content, size: 1, mediaType: 'application/pdf' }, this.as(person), this.means));
  }

  submit(person = 'btctu-cv'): readonly Fact[] {
    return this.must(submit(this.case, this.route, this.as(person), this.means));
  }

  issue(person = 'vptu-vt', register = REGISTER): readonly Fact[] {
    return this.must(issue(this.case, this.route, this.task('ban-hanh').id, register, TODAY, this.as(person), this.means));
  }

  count(type: FactType): number {
    return this.facts.filter((f) => f.type === type).length;
  }
}

/** The code of a refusal; null for an act that went through. */
export function refusal(result: Result<unknown>): ErrorCode | null {
  return result.ok ? null : result.error.code;
}

/** The facts of a refusal, as its sentence needs them. */
export function detailsOf(result: Result<unknown>): Readonly<Record<string, unknown>> | undefined {
  return result.ok ? undefined : result.error.details;
}
