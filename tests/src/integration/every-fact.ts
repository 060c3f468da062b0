import { v7 } from 'uuid';
import type { Assignee, Fact, FactType } from '@totrinh/domain';
import { appointmentOf } from '../house/ledger-office.ts';

/** Every type of fact; one that is forgotten here does not compile. */
export const FACT_TYPES = Object.keys({
  'dossier.created': 1, 'dossier.imported': 1, 'dossier.edited': 1, 'document.attached': 1, 'content.frozen': 1, 'dossier.submitted': 1, 'dossier.reached': 1, 'step.opened': 1, 'choice.made': 1, 'branch.joined': 1,
  'task.opened': 1, 'task.assigned': 1, 'task.claimed': 1, 'task.released': 1, 'task.seen': 1, 'task.transferred': 1, 'task.registered': 1, 'task.given': 1, 'task.prepared': 1, 'task.nudged': 1, 'task.reassigned': 1, 'task.takenOver': 1, 'task.handedBack': 1, 'lateness.explained': 1, 'decision.made': 1,
  'decision.voided': 1, 'ballot.cast': 1, 'urn.opened': 1, 'result.recorded': 1, 'opinion.reserved': 1, 'opinion.responded': 1, 'demand.made': 1, 'demand.answered': 1, 'content.finished': 1, 'revision.confirmed': 1,
  'roster.corrected': 1, 'participant.added': 1, 'sequence.passed': 1, 'proposal.made': 1, 'proposal.confirmed': 1, 'proposal.declined': 1, 'task.closed': 1, 'step.settled': 1, 'step.skipped': 1, 'step.cancelled': 1,
  'dossier.returned': 1, 'dossier.recalled': 1, 'dossier.redone': 1, 'dossier.repaired': 1, 'dossier.reopened': 1, 'dossier.suspended': 1, 'dossier.resumed': 1, 'route.migrated': 1, 'due.changed': 1, 'milestone.reached': 1,
  'effect.done': 1, 'event.arrived': 1, 'agenda.placed': 1, 'agenda.papersSent': 1, 'agenda.putOff': 1, 'conclusion.made': 1, 'document.withdrawn': 1, 'dossier.cancelled': 1, 'comment.added': 1, 'number.given': 1,
  'dossier.issued': 1, 'item.completed': 1, 'deadline.passed': 1, 'rung.fired': 1, 'priority.raised': 1, 'fault.mended': 1, 'dossier.ended': 1,
} satisfies Record<FactType, 1>);

export const assignee = (person: string, capacity = 'head'): Assignee => ({ person, capacity, appointment: appointmentOf(person) });

/** Ids by name, the same name the same id. */
export function names(): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const id = known.get(name) ?? v7();
    known.set(name, id);
    return id;
  };
}

export const ROUTE = { id: 'mau', version: 1, semantics: 1 };
export const ROLES = { units: { finance: 'stc' }, groups: { cooperating: ['stc', 'btgtu'] }, bodies: { authority: 'btv' }, register: { issuer: 'vptu', type: 'de-an' } };
export const created = (item: string | null): Fact => ({ type: 'dossier.created', data: { route: ROUTE, start: 'soan-thao', kind: 'de-an', item, leadUnit: 'btctu', drafter: 'btctu-cv', roles: ROLES, fields: { budget: 5.5, needsVote: true } }, secret: { title: 'Đề án MẪU', dueOn: '2022-09-30' } });

const rung = (id: string, kind: 'overdue' | 'lapse' | 'resume', at: string): { id: string; kind: typeof kind; at: string } => ({ id, kind, at });

/**
 * A life in which everything happens that can: groups of facts, each of one act, in an order that keeps ids meaningful. No rule made it, so it
 * proves only that storage keeps what the fold knows. `absence` is one by which somebody decides in stead, `authority` one by which they decide for another.
 */
export function everyFact(n: (name: string) => string, given: { item: string; absence: string; authority: string }): readonly (readonly [string, readonly Fact[]])[] {
  const decided = (decision: string, task: string, step: string, person: string, outcome: string): Fact => ({ type: 'decision.made', data: { decision: n(decision), task: n(task), step: n(step), outcome, actor: person, principal: person, capacity: 'head', appointment: appointmentOf(person), manifest: 'm1' } });
  const closed = (task: string, as: 'done' | 'cancelled' = 'done'): Fact => ({ type: 'task.closed', data: { task: n(task), as } });
  const opened = (task: string, step: string, people: readonly Assignee[], more: object = {}): Fact => ({ type: 'task.opened', data: { task: n(task), step: n(step), unit: null, assignees: people, holder: people.length === 1 ? people[0]!.person : null, barred: [], ...more } });
  const within = { step: n('region'), branch: 'y-kien' };
  return [
    ['a dossier with typed fields', [created(given.item)]],
    ['its draft, with a term', [
      { type: 'step.opened', data: { step: n('draft'), path: 'soan-thao', kind: 'draft', round: 1, cause: 1 }, derived: { dueAt: '2022-08-01T10:00:00.000Z', rungs: [rung(n('rung-1'), 'overdue', '2022-08-01T10:00:00.000Z')] } },
      opened('t-draft', 'draft', [assignee('btctu-cv', 'drafter')]),
    ]],
    ['content and words', [
      { type: 'dossier.edited', data: { fields: ['budget'], values: { budget: 7 } } }, { type: 'document.attached', data: { document: n('doc'), role: 'du-thao', no: 1, sha256: 'a1', size: 1, mediaType: 'application/pdf' }, secret: { name: 'MẪU.pdf' } },
      { type: 'comment.added', data: { comment: n('comment'), person: 'btctu-cv', mentions: ['btctu-truong'] }, secret: { text: 'MẪU' } },
    ]],
    ['a submission', [
      { type: 'content.frozen', data: { manifest: 'm1', documents: [n('doc')] } }, { type: 'dossier.submitted', data: { step: n('draft'), path: 'soan-thao', by: 'btctu-cv' } }, closed('t-draft'),
      { type: 'step.settled', data: { step: n('draft'), outcome: 'completed', to: 'song-song' } }, { type: 'dossier.reached', data: { state: 'submitted' } },
    ]],
    ['branches side by side, one of them kept', [{ type: 'step.opened', data: { step: n('region'), path: 'song-song', kind: 'parallel', round: 1, cause: 10, branches: [{ name: 'y-kien', start: 'lay-y-kien' }, { name: 'kinh-phi', start: 'tham-tra', kept: 'm0' }] } }]],
    ['a consultation inside a branch, its units with clerks', [
      { type: 'step.opened', data: { step: n('consult'), path: 'lay-y-kien', kind: 'consult', round: 1, cause: 12, within }, derived: { dueAt: '2022-07-20T10:00:00.000Z', rungs: [rung(n('rung-2'), 'overdue', '2022-07-20T10:00:00.000Z'), rung(n('rung-3'), 'lapse', '2022-07-20T10:00:00.000Z')] } },
      opened('t-stc', 'consult', [assignee('stc-truong')], { unit: 'stc', helpers: [assignee('stc-pho', 'clerk')] }), opened('t-btgtu', 'consult', [assignee('btgtu-truong')], { unit: 'btgtu', helpers: [assignee('btgtu-truong', 'clerk')] }),
    ]],
    ['the small life of a task inside a unit', [
      { type: 'task.seen', data: { task: n('t-stc'), person: 'stc-pho' } }, { type: 'task.registered', data: { task: n('t-stc'), by: 'stc-pho', number: '12/ĐẾN' } },
      { type: 'task.given', data: { task: n('t-stc'), by: 'stc-truong', officer: assignee('stc-pho', 'deputy'), mayAnswer: true } }, { type: 'task.prepared', data: { task: n('t-stc'), by: 'stc-pho', outcome: 'consent' } },
    ]],
    ['a task that is given, prepared and closed in one act', [
      { type: 'task.given', data: { task: n('t-btgtu'), by: 'btgtu-truong', officer: assignee('btgtu-truong'), mayAnswer: false } }, decided('d-btgtu', 't-btgtu', 'consult', 'btgtu-truong', 'object'), closed('t-btgtu'),
    ]],
    ['a task that passes from hand to hand', [
      { type: 'task.assigned', data: { task: n('t-stc'), assignees: [assignee('stc-truong'), assignee('stc-pho', 'deputy')] } }, { type: 'task.claimed', data: { task: n('t-stc'), person: 'stc-pho' } },
      { type: 'task.released', data: { task: n('t-stc'), person: 'stc-pho' } }, { type: 'task.nudged', data: { task: n('t-stc'), by: 'vptu-th', on: '2022-07-14' } },
    ]],
    ['a transfer', [{ type: 'task.transferred', data: { task: n('t-stc'), by: 'stc-truong', to: assignee('sxd-truong') } }]],
    ['an opinion asked on the side', [{ type: 'participant.added', data: { step: n('consult'), seat: { kind: 'aside', person: 'vptu-pho', unit: 'btctu' }, by: 'btctu-cv' } }]],
    ['the task for it', [opened('t-aside', 'consult', [assignee('vptu-pho', 'deputy')], { purpose: 'aside', cause: 28 })]],
    ['an opinion on paper, recorded in somebody’s stead', [{ type: 'decision.made', data: { decision: n('d-stc'), task: n('t-stc'), step: n('consult'), outcome: 'consent', actor: 'stc-pho', principal: 'stc-truong', capacity: 'head', appointment: appointmentOf('stc-truong'), manifest: 'm1', recorded: { by: 'vptu-th', confirmedBy: null, document: n('doc'), on: '2022-07-14' }, inStead: given.absence } }]],
    ['a longer term, and a longer one still', [
      { type: 'due.changed', data: { step: n('consult'), because: 'extension', by: 'btctu-truong' }, derived: { dueAt: '2022-07-22T10:00:00.000Z', rungs: [rung(n('rung-0'), 'overdue', '2022-07-22T10:00:00.000Z')] } },
      { type: 'due.changed', data: { step: n('consult'), because: 'extension', by: 'btctu-truong' }, derived: { dueAt: '2022-07-25T10:00:00.000Z', rungs: [rung(n('rung-4'), 'overdue', '2022-07-25T10:00:00.000Z')] } },
    ]],
    ['a suspension', [{ type: 'dossier.suspended', data: { by: 'btctu-truong', until: '2022-08-10' }, derived: { rungs: [rung(n('rung-5'), 'resume', '2022-08-09T17:00:00.000Z')] } }]],
    ['its end', [{ type: 'dossier.resumed', data: { by: 'btctu-truong' } }, { type: 'due.changed', data: { step: n('consult'), because: 'resumed', by: 'btctu-truong' }, derived: { dueAt: '2022-08-20T10:00:00.000Z', rungs: [rung(n('rung-6'), 'overdue', '2022-08-20T10:00:00.000Z')] } }]],
    ['a consultation’s result and the join of its branch', [
      closed('t-stc'), closed('t-aside', 'cancelled'),
      { type: 'step.settled', data: { step: n('consult'), outcome: 'completed', to: 'join', within, arithmetic: { kind: 'consult', asked: 2, consent: 1, object: 1, other: 0, unanswered: 0, enough: null, closed: 'allAnswered', silence: 'unanswered' } } },
      { type: 'branch.joined', data: { step: n('region'), branch: 'y-kien', manifest: 'm1' } }, { type: 'step.settled', data: { step: n('region'), outcome: 'completed', to: 'cap-tham-quyen' } },
      { type: 'opinion.responded', data: { decision: n('d-btgtu'), verdict: 'partly' }, secret: { reason: 'MẪU giải trình' } },
    ]],
    ['a choice', [{ type: 'choice.made', data: { path: 'cap-tham-quyen', cause: 40, to: 'bieu-quyet', arm: 0 } }]],
    ['a vote with its roster', [
      { type: 'step.opened', data: { step: n('vote'), path: 'bieu-quyet', kind: 'vote', round: 1, cause: 42, roster: [assignee('btv-1', 'bi-thu'), assignee('btv-2', 'pho-bi-thu')] } }, opened('t-btv-1', 'vote', [assignee('btv-1', 'bi-thu')]), opened('t-btv-2', 'vote', [assignee('btv-2', 'pho-bi-thu')]),
    ]],
    ['its meeting', [
      { type: 'agenda.placed', data: { meeting: n('meeting'), step: n('vote'), by: 'vptu-th' } }, { type: 'agenda.papersSent', data: { meeting: n('meeting'), by: 'vptu-th' } }, { type: 'agenda.putOff', data: { meeting: n('meeting'), step: n('vote'), by: 'vptu-th' } },
      { type: 'agenda.placed', data: { meeting: n('meeting-2'), step: n('vote'), by: 'vptu-th' } },
    ]],
    ['ballots, a corrected roster, a void one', [
      { type: 'ballot.cast', data: { task: n('t-btv-1'), step: n('vote'), person: 'btv-1' } }, closed('t-btv-1'), decided('d-btv-2', 't-btv-2', 'vote', 'btv-2', 'no'), closed('t-btv-2'), { type: 'decision.voided', data: { decision: n('d-btv-2') } },
      { type: 'roster.corrected', data: { step: n('vote'), added: [assignee('btv-3', 'uy-vien')], removed: ['btv-2'], document: n('doc') } }, { type: 'sequence.passed', data: { step: n('vote'), next: 'btv-3' } },
    ]],
    ['a result with demands', [
      { type: 'urn.opened', data: { step: n('vote'), ballots: ['yes'] } }, { type: 'opinion.reserved', data: { step: n('vote'), task: n('t-btv-1'), person: 'btv-1' } },
      { type: 'result.recorded', data: { step: n('vote'), meeting: n('meeting-2'), counts: { yes: 2 }, chair: null, document: n('doc'), by: 'vptu-th', confirmedBy: 'vptu-truong' } },
      { type: 'demand.made', data: { demand: n('demand'), step: n('vote') }, secret: { text: 'MẪU yêu cầu' } }, { type: 'conclusion.made', data: { meeting: n('meeting-2'), by: 'vptu-th' } },
      { type: 'step.settled', data: { step: n('vote'), outcome: 'approvedSubjectTo', to: 'hoan-thien', arithmetic: { kind: 'people', rule: 'all', seats: 2, need: 2, outcomes: { approved: 2 }, outcome: 'approved' } } },
    ]],
    ['a finishing', [
      { type: 'step.opened', data: { step: n('finish'), path: 'hoan-thien', kind: 'finish', round: 1, cause: 62, finishes: 'm1' } }, opened('t-finish', 'finish', [assignee('btctu-truong')]),
      { type: 'document.attached', data: { document: n('doc-2'), role: 'du-thao', no: 2, sha256: 'a2', size: 1, mediaType: 'application/pdf' } }, { type: 'demand.answered', data: { demand: n('demand'), document: n('doc-2') } },
      { type: 'content.finished', data: { step: n('finish'), manifest: 'm2', documents: [n('doc-2')], by: 'btctu-truong' } },
    ]],
    ['its confirmation', [
      opened('t-confirm', 'finish', [assignee('btv-1', 'bi-thu')], { purpose: 'confirm', cause: 67 }), { type: 'revision.confirmed', data: { from: 'm1', to: 'm2', step: n('finish'), demands: [n('demand')] } }, closed('t-finish'), closed('t-confirm'),
      { type: 'step.settled', data: { step: n('finish'), outcome: 'confirmed', to: 'theo-doi', headFirst: true } },
    ]],
    ['what two people do', [
      { type: 'proposal.made', data: { proposal: n('proposal-1'), verb: 'skip', by: 'vptu-th', params: { step: n('finish'), to: { path: 'x' } } }, secret: { reason: 'MẪU' } }, { type: 'proposal.made', data: { proposal: n('proposal-2'), verb: 'migrate', by: 'vptu-th', params: {} } },
      { type: 'proposal.made', data: { proposal: n('proposal-3'), verb: 'repair', by: 'vptu-th', params: { at: [1, 'a', null] } } }, { type: 'proposal.declined', data: { proposal: n('proposal-1'), by: 'vptu-truong' } },
      { type: 'proposal.confirmed', data: { proposal: n('proposal-2'), by: 'vptu-truong' } }, { type: 'step.opened', data: { step: n('track'), path: 'theo-doi', kind: 'track', round: 1, cause: 72 } }, opened('t-track', 'track', [assignee('btctu-cv', 'drafter')]),
      { type: 'route.migrated', data: { from: ROUTE, to: { ...ROUTE, version: 2 }, moved: [{ step: n('track'), path: 'theo-doi-moi' }, { step: n('draft'), path: 'soan-thao-moi' }], proposedBy: 'vptu-th', confirmedBy: 'vptu-truong' } },
    ]],
    ['what comes from outside', [
      { type: 'milestone.reached', data: { step: n('track'), milestone: 'so-ket', by: 'btctu-cv' } }, { type: 'effect.done', data: { step: n('track'), effect: 'e1' } }, { type: 'event.arrived', data: { name: 'van-ban-den', by: 'quan-tri' } },
      { type: 'deadline.passed', data: { step: n('track'), rung: n('rung-6'), kind: 'overdue', effectiveAt: '2022-08-20T10:00:00.000Z' } },
    ]],
    ['ways back', [
      { type: 'dossier.returned', data: { from: n('track'), to: 'soan-thao', round: 2 } }, { type: 'dossier.recalled', data: { by: 'btctu-cv', to: 'soan-thao', round: 3, within } }, { type: 'dossier.redone', data: { from: n('track'), to: 'bieu-quyet' } },
      { type: 'dossier.repaired', data: { to: 'ky', proposedBy: 'vptu-th', confirmedBy: 'vptu-truong', within } }, { type: 'step.skipped', data: { step: n('track'), proposedBy: 'vptu-th', confirmedBy: 'vptu-truong' } },
      { type: 'step.opened', data: { step: n('again'), path: 'ky', kind: 'sign', round: 3, cause: 88, within } }, { type: 'step.cancelled', data: { step: n('again') } },
    ]],
    ['an end', [
      { type: 'number.given', data: { register: 'so-da', series: 'XVII', number: 15, text: '15-ĐA/TU', on: '2022-08-22', recorded: true } }, { type: 'dossier.issued', data: { number: '15-ĐA/TU', manifest: 'm2', on: '2022-08-22' } }, { type: 'item.completed', data: { item: given.item, on: '2022-08-22' } },
      closed('t-track'), { type: 'step.settled', data: { step: n('track'), outcome: 'completed', to: 'hoan-thanh' } }, { type: 'dossier.ended', data: { status: 'done' } },
    ]],
    ['what was issued is revoked', [{ type: 'document.withdrawn', data: { number: '15-ĐA/TU', how: 'revoke', by: 'vptu-truong', replacedBy: null } }]],
    ['opened again', [{ type: 'dossier.reopened', data: { by: 'vptu-truong', to: 'soan-thao', round: 4 } }]],
    ['a late task that a superior takes over and hands back, with a reason that stays', [
      opened('t-late', 'again', [assignee('sxd-truong')]), { type: 'rung.fired', data: { step: n('again'), rung: n('rung-8'), ladder: 'standard:1', name: 'qua-han', n: 1, effectiveAt: '2022-08-20T10:00:00.000Z', did: ['remind', 'tell'], told: [{ person: 'sxd-truong', as: 'holder' }, { person: 'stc-pho', as: 'superior' }], reminders: 1 } },
      { type: 'priority.raised', data: { step: n('again'), rung: n('rung-8'), to: 1 } }, { type: 'fault.mended', data: { fault: 'CALL_MISSING' } }, { type: 'lateness.explained', data: { step: n('again'), task: n('t-late'), by: 'sxd-truong' }, secret: { reason: 'MẪU giải trình chậm' } },
      { type: 'task.takenOver', data: { task: n('t-late'), by: 'stc-pho', to: assignee('stc-pho', 'deputy'), from: ['sxd-truong'] } }, { type: 'task.handedBack', data: { task: n('t-late'), by: 'stc-pho', to: ['sxd-truong'] } },
    ]],
    ['one that stays taken over', [{ type: 'task.takenOver', data: { task: n('t-late'), by: 'stc-truong', to: assignee('stc-truong'), from: ['sxd-truong'] }, secret: { reason: 'MẪU' } }]],
    ['a decision by written authority', [{ type: 'decision.made', data: { decision: n('d-tuq'), task: n('t-late'), step: n('again'), outcome: 'signed', actor: 'stc-pho', principal: 'stc-truong', capacity: 'TUQ', appointment: appointmentOf('stc-truong'), manifest: 'm2', authority: given.authority } }]],
    ['the task of somebody who left', [{ type: 'task.reassigned', data: { task: n('t-late'), by: 'vptu-th', to: assignee('stc-pho', 'deputy'), from: ['stc-truong'] }, secret: { reason: 'MẪU' } }]],
    ['suspended again', [{ type: 'dossier.suspended', data: { by: 'btctu-truong', until: '2022-12-01' }, derived: { rungs: [rung(n('rung-7'), 'resume', '2022-11-30T17:00:00.000Z')] } }]],
    ['cancelled', [{ type: 'dossier.cancelled', data: { by: 'btctu-truong' } }]],
  ];
}
