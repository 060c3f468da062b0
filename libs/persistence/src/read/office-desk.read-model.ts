import { deskComponents, findRule, officeStand, OFFICE_STAGES, type Case, type DeskComponent, type OfficeStage, type Route, type Stand } from '@totrinh/domain';
import type { DataSource } from 'typeorm';
import { loadCases } from '../ledger/load-case.ts';
import { loadRoute } from '../ledger/routes.ts';
import type { Tx } from '../tx.ts';
import { readAgendas, readDeskHeads, readPapers, readStepTimes, type AgendaOfDesk, type DeskHead, type MeetingOfDesk, type PaperOfDesk } from './office-desk-facts.ts';
import { pageFrom, readingOneSnapshot, type PageFound, type PageWish, type Viewer } from './viewer.ts';

type Words = { readonly vi: string; readonly en: string };
/** A component with its file's day and name, and the titles of the steps that ask for it. */
export interface SeenComponent extends Omit<DeskComponent, 'askedBy'> { readonly paper: PaperOfDesk | null; readonly askedBy: readonly { readonly path: string; readonly title: Words | null }[] }
export interface SeenDeskRow extends Pick<DeskHead, 'dossier' | 'body' | 'number' | 'issuedOn'> {
  readonly stage: OfficeStage; readonly since: Date; readonly step: { readonly id: string; readonly path: string; readonly kind: string; readonly title: Words | null } | null; readonly dueAt: Date | null; readonly meeting: MeetingOfDesk | null; readonly components: readonly SeenComponent[];
}
export interface StageCount { readonly stage: OfficeStage; readonly count: number; readonly lacking: number }
export interface OfficeDeskKey { readonly at: string; readonly id: string }
/** Which ones; null does not matter. `body`: the authority, or the body of the meeting. */
export interface OfficeDeskWish { readonly stage: OfficeStage | null; readonly body: string | null; readonly leadUnit: string | null; readonly lacking: boolean | null; readonly search: string | null }
export interface OfficeDeskPage extends PageFound<SeenDeskRow, OfficeDeskKey> { readonly stages: readonly StageCount[] }

interface Standing { readonly head: DeskHead; readonly route: Route; readonly stand: Stand; readonly components: readonly DeskComponent[]; readonly meeting: MeetingOfDesk | null; readonly since: Date; readonly dueAt: Date | null }

const AT_ONCE = 200;

/** "What waits for the office, what does it lack, and what comes next?": for the people of the issuing office and the secretaries of bodies. */
export class OfficeDeskReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** The longest waiting first. The stages are counted over the whole desk, whatever is wished for. */
  page(viewer: Viewer, wish: OfficeDeskWish, { limit, after }: PageWish<OfficeDeskKey>): Promise<OfficeDeskPage> {
    return readingOneSnapshot(this.#source, async (tx) => {
      const all = await standings(tx, await readDeskHeads(tx, viewer, wish.search));
      const wanted = all.filter((s) => fits(s, wish)).sort((a, b) => a.since.getTime() - b.since.getTime() || (a.head.id < b.head.id ? -1 : 1));
      const behind = after === null ? wanted : wanted.filter(({ since, head }) => since.toISOString() > after.at || (since.toISOString() === after.at && head.id > after.id));
      const { items, next } = pageFrom(behind.slice(0, limit + 1), limit, (s): OfficeDeskKey => ({ at: s.since.toISOString(), id: s.head.id }));
      const papers = await readPapers(tx, items.flatMap((s) => s.components.flatMap((k) => (k.document ? [k.document.id] : []))));
      return { items: items.map((s) => seen(s, papers)), next, stages: OFFICE_STAGES.map((stage) => counted(stage, all)) };
    });
  }
}

async function standings(tx: Tx, heads: readonly DeskHead[]): Promise<Standing[]> {
  const found: Standing[] = [];
  for (let at = 0; at < heads.length; at += AT_ONCE) {
    const some = new Map(heads.slice(at, at + AT_ONCE).map((h) => [h.id, h]));
    const ids = [...some.keys()];
    const times = await readStepTimes(tx, ids);
    const agendas = Map.groupBy(await readAgendas(tx, ids), (a) => a.dossier);
    for (const { case: c } of await loadCases(tx, ids)) {
      const head = some.get(c.id);
      const standing = head && c.route ? standingOf(head, c, (await loadRoute(tx, c.route)).rules, agendas.get(c.id) ?? [], times) : null;
      if (standing) found.push(standing);
    }
  }
  return found;
}

function standingOf(head: DeskHead, c: Case, route: Route, agendas: readonly AgendaOfDesk[], times: Awaited<ReturnType<typeof readStepTimes>>): Standing | null {
  const components = deskComponents(c, route);
  const stand = officeStand(c, route, components, agendas);
  if (stand === null) return null;
  const at = stand.step === null ? undefined : times.get(stand.step.id);
  const issued = stand.stage === 'issued' && head.issuedOn !== null ? new Date(`${head.issuedOn}T00:00:00+07:00`) : null;
  return { head, route, stand, components, meeting: agendas.find((a) => a.meeting === stand.meeting)?.details ?? null, since: issued ?? at?.openedAt ?? head.lastAt, dueAt: issued ? null : (at?.dueAt ?? null) };
}

const lacks = (s: Standing): boolean => s.components.some((k) => k.state === 'missing');

function fits(s: Standing, { stage, body, leadUnit, lacking }: OfficeDeskWish): boolean {
  const same = (wanted: string | null, ...are: (string | undefined)[]): boolean => wanted === null || are.includes(wanted);
  return s.head.found && same(stage, s.stand.stage) && same(body, s.head.body?.id, s.meeting?.body.id) && same(leadUnit, s.head.dossier.leadUnit.id) && (lacking === null || lacking === lacks(s));
}

function counted(stage: OfficeStage, all: readonly Standing[]): StageCount {
  const of = all.filter((s) => s.stand.stage === stage);
  return { stage, count: of.length, lacking: of.filter(lacks).length };
}

function seen({ head, route, stand, components, meeting, since, dueAt }: Standing, papers: ReadonlyMap<string, PaperOfDesk>): SeenDeskRow {
  const titled = (path: string): { path: string; title: Words | null } => ({ path, title: findRule(route, path)?.title ?? null });
  const { dossier, body, number, issuedOn } = head;
  return {
    dossier, body, number, issuedOn, stage: stand.stage, since, dueAt, meeting, step: stand.step && { id: stand.step.id, kind: stand.step.kind, ...titled(stand.step.path) },
    components: components.map(({ askedBy, ...k }) => ({ ...k, paper: (k.document && papers.get(k.document.id)) ?? null, askedBy: askedBy.map(titled) })),
  };
}
