/** What a person fills in for an act; `name` is the property of the request's body. A list of targets, of answers and of papers comes from the server. */
export type Field =
  /** Words of some length; `asked: 'sometimes'` where the answer or the server's refusal says so. */
  | { readonly kind: 'words'; readonly name: string; readonly asked: Asked }
  | { readonly kind: 'line'; readonly name: string; readonly asked: Asked }
  /** One of a few that the API names. */
  | { readonly kind: 'oneOf'; readonly name: string; readonly options: readonly string[]; readonly asked: Asked }
  /** One of the action's `targets` or `returnTargets`, or (`visited`) a step that the dossier has seen. */
  | { readonly kind: 'target'; readonly name: string; readonly of: TargetKind; readonly asked: Asked }
  /** Whoever holds a post today; `inUnit`: of the unit where the task lies. */
  | { readonly kind: 'person'; readonly name: string; readonly many?: true; readonly inUnit?: true; readonly asked: Asked }
  /** Whose opinion is on the paper: one of those who may give it in the task. */
  | { readonly kind: 'principal'; readonly name: string; readonly asked: Asked }
  | { readonly kind: 'unit'; readonly name: string; readonly asked: Asked }
  | { readonly kind: 'day'; readonly name: string; readonly past?: true; readonly asked: Asked }
  /** A paper among the dossier's documents, or one that is scanned and added now, in this role. */
  | { readonly kind: 'paper'; readonly name: string; readonly role: string; readonly asked: Asked }
  | { readonly kind: 'meeting'; readonly name: string; readonly asked: Asked }
  | { readonly kind: 'dossier'; readonly name: string; readonly asked: Asked }
  | { readonly kind: 'number'; readonly name: string; readonly asked: Asked }
  | { readonly kind: 'list'; readonly name: string; readonly asked: Asked }
  | { readonly kind: 'yes'; readonly name: string; readonly asked: Asked }
  /** What a meeting counted, against the roster of the step. */
  | { readonly kind: 'counts'; readonly name: 'counts'; readonly asked: Asked }
  /** Which place in another version of the route each open step goes to. */
  | { readonly kind: 'mapping'; readonly name: string; readonly asked: Asked }
  /** A role of documents: those that the route asks for, and papers. */
  | { readonly kind: 'role'; readonly name: 'role'; readonly asked: Asked }
  | { readonly kind: 'file'; readonly name: 'file'; readonly asked: Asked };

export type Asked = 'always' | 'sometimes' | 'never';
export type TargetKind = 'step' | 'task' | 'opinion' | 'demand' | 'proposal' | 'milestone' | 'arrival' | 'back' | 'visited' | 'agenda';

export interface VerbRow {
  readonly on: 'task' | 'dossier';
  readonly method: 'POST' | 'PATCH';
  /** As openapi.json writes it. */
  readonly path: string;
  /** Whose tag goes along as If-Match. */
  readonly tag: 'task' | 'dossier' | null;
  /** `say`: the answer that the task waits for; `main`: the act it waits for where nothing is said; `work`: what else is usual; `unusual`: folded away; `silent`: never a button. */
  readonly place: 'say' | 'main' | 'work' | 'unusual' | 'silent';
  readonly fields: readonly Field[];
  /** The body's property that carries the chosen answer. */
  readonly says?: 'outcome' | 'choice';
  /** The answer is chosen in the dialog and not by the button. */
  readonly choosesAnswer?: true;
  /** Nothing can undo it. */
  readonly final?: true;
}

const REASON: Field = { kind: 'words', name: 'reason', asked: 'sometimes' };
const NEEDS_REASON: Field = { kind: 'words', name: 'reason', asked: 'always' };
const BACK: Field = { kind: 'target', name: 'to', of: 'back', asked: 'never' };
const DEMANDS: Field = { kind: 'list', name: 'demands', asked: 'sometimes' };
const STEP: Field = { kind: 'target', name: 'step', of: 'step', asked: 'always' };
const PERSON: Field = { kind: 'person', name: 'person', asked: 'always' };
const UNTIL: Field = { kind: 'day', name: 'until', asked: 'always' };
const paper = (role: string, asked: Asked): Field => ({ kind: 'paper', name: 'document', role, asked });

type Rest = Omit<VerbRow, 'on' | 'method' | 'path' | 'tag'> & Partial<Pick<VerbRow, 'method' | 'tag'>>;
const onTask = (name: string, row: Rest): VerbRow => ({ on: 'task', method: 'POST', path: `/api/v1/tasks/{id}/${name}`, tag: 'task', ...row });
const onDossier = (name: string, row: Rest): VerbRow => ({ on: 'dossier', method: 'POST', path: `/api/v1/dossiers/{id}${name}`, tag: 'dossier', ...row });

/**
 * Each verb that a person may use on a task or a dossier: where it is sent and what is filled in for it. Whether it may be used, by whom and with what is the
 * server's to say; a test compares this table with openapi.json.
 */
export const VERBS = {
  decide: onTask('decision', { place: 'say', says: 'outcome', fields: [REASON, DEMANDS, BACK] }),
  initial: onTask('initial', { place: 'say', fields: [REASON] }),
  sign: onTask('sign', { place: 'say', fields: [] }),
  answer: onTask('answer', { place: 'say', says: 'outcome', fields: [REASON] }),
  cast: onTask('cast', { place: 'say', says: 'choice', final: true, fields: [REASON] }),
  confirm: onTask('confirm', { place: 'say', says: 'outcome', fields: [REASON] }),
  return: onTask('return', { place: 'say', fields: [NEEDS_REASON, BACK] }),

  claim: onTask('claim', { place: 'main', fields: [] }),
  submit: onDossier('/submit', { place: 'main', fields: [] }),
  finish: onTask('finish', { place: 'main', fields: [] }),
  issue: onTask('issue', { place: 'main', final: true, fields: [{ kind: 'number', name: 'number', asked: 'sometimes' }] }),
  recordResult: onTask('record-result', { place: 'main', fields: [{ kind: 'counts', name: 'counts', asked: 'always' }, { kind: 'oneOf', name: 'chair', options: ['yes', 'no', 'other', 'abstain'], asked: 'sometimes' }, paper('bien-ban', 'sometimes'), DEMANDS, REASON] }),
  confirmProposal: onDossier('/proposals/{proposal}/confirm', { place: 'main', fields: [{ kind: 'target', name: 'proposal', of: 'proposal', asked: 'always' }, REASON] }),
  declineProposal: onDossier('/proposals/{proposal}/decline', { place: 'main', fields: [{ kind: 'target', name: 'proposal', of: 'proposal', asked: 'always' }, NEEDS_REASON] }),
  reach: onTask('reach', { place: 'main', fields: [{ kind: 'target', name: 'milestone', of: 'milestone', asked: 'always' }] }),
  register: onTask('register', { place: 'main', fields: [{ kind: 'line', name: 'number', asked: 'always' }] }),
  assign: onTask('assign', { place: 'main', fields: [{ kind: 'person', name: 'person', inUnit: true, asked: 'always' }, { kind: 'yes', name: 'mayAnswer', asked: 'never' }] }),
  prepare: onTask('prepare', { place: 'main', says: 'outcome', choosesAnswer: true, fields: [{ kind: 'words', name: 'text', asked: 'always' }] }),
  respond: onDossier('/respond', { place: 'work', fields: [{ kind: 'target', name: 'decision', of: 'opinion', asked: 'always' }, { kind: 'oneOf', name: 'verdict', options: ['accepted', 'partly', 'not'], asked: 'always' }, NEEDS_REASON] }),
  answerDemand: onDossier('/answer-demand', { place: 'work', fields: [{ kind: 'target', name: 'demand', of: 'demand', asked: 'always' }, { kind: 'words', name: 'text', asked: 'always' }, paper('ghi-chep', 'never')] }),
  edit: onDossier('', { method: 'PATCH', place: 'work', fields: [{ kind: 'line', name: 'title', asked: 'never' }, { kind: 'day', name: 'dueOn', asked: 'never' }] }),
  attach: onDossier('/documents', { place: 'work', fields: [{ kind: 'role', name: 'role', asked: 'always' }, { kind: 'file', name: 'file', asked: 'always' }] }),
  comment: onDossier('/comments', { tag: null, place: 'work', fields: [{ kind: 'words', name: 'text', asked: 'always' }, { kind: 'person', name: 'mentions', many: true, asked: 'never' }] }),
  entrust: onTask('entrust', { tag: null, place: 'work', fields: [{ kind: 'words', name: 'text', asked: 'never' }] }),
  transfer: onTask('transfer', { place: 'work', fields: [{ kind: 'person', name: 'person', inUnit: true, asked: 'always' }] }),
  release: onTask('release', { place: 'work', fields: [] }),
  recall: onDossier('/recall', { place: 'work', fields: [] }),
  record: onTask('record', {
    place: 'work', says: 'outcome', choosesAnswer: true,
    fields: [{ kind: 'principal', name: 'principal', asked: 'always' }, paper('phieu-y-kien', 'always'), { kind: 'day', name: 'on', past: true, asked: 'always' }, { kind: 'line', name: 'number', asked: 'never' }, { kind: 'line', name: 'signatory', asked: 'always' }, REASON, DEMANDS, BACK],
  }),
  reserve: onTask('reserve', { place: 'work', fields: [{ kind: 'words', name: 'text', asked: 'always' }] }),
  nudge: onTask('nudge', { tag: null, place: 'work', fields: [] }),
  extend: onTask('extend', { place: 'work', fields: [UNTIL, NEEDS_REASON] }),
  explainLateness: onTask('explain-lateness', { tag: null, place: 'work', fields: [NEEDS_REASON] }),
  takeOver: onTask('take-over', { place: 'work', fields: [REASON] }),
  handBack: onTask('hand-back', { place: 'work', fields: [] }),
  placeOnAgenda: onDossier('/place-on-agenda', { place: 'work', fields: [STEP, { kind: 'meeting', name: 'meeting', asked: 'always' }] }),
  putOff: onDossier('/put-off', { place: 'work', fields: [{ kind: 'target', name: 'step', of: 'agenda', asked: 'always' }, { kind: 'meeting', name: 'to', asked: 'never' }, NEEDS_REASON] }),
  ask: onDossier('/ask', { tag: null, place: 'work', fields: [PERSON, { kind: 'words', name: 'text', asked: 'always' }] }),

  addParticipant: onDossier('/add-participant', { place: 'unusual', fields: [STEP, { kind: 'unit', name: 'unit', asked: 'sometimes' }, { kind: 'person', name: 'person', asked: 'sometimes' }, REASON] }),
  removeParticipant: onDossier('/remove-participant', { place: 'unusual', fields: [{ kind: 'target', name: 'task', of: 'task', asked: 'always' }, NEEDS_REASON] }),
  closeConsult: onDossier('/close-consult', { place: 'unusual', fields: [STEP, NEEDS_REASON] }),
  correctRoster: onDossier('/correct-roster', { place: 'unusual', fields: [STEP, paper('cong-van', 'sometimes'), NEEDS_REASON] }),
  callOff: onDossier('/call-off', { place: 'unusual', final: true, fields: [STEP, NEEDS_REASON] }),
  reassign: onTask('reassign', { place: 'unusual', fields: [PERSON, NEEDS_REASON] }),
  arrive: onDossier('/arrive', { tag: null, place: 'unusual', fields: [{ kind: 'target', name: 'name', of: 'arrival', asked: 'always' }] }),
  suspend: onDossier('/suspend', { place: 'unusual', fields: [UNTIL, NEEDS_REASON] }),
  resume: onDossier('/resume', { place: 'unusual', fields: [REASON] }),
  skip: onDossier('/skip', { place: 'unusual', fields: [STEP, NEEDS_REASON] }),
  redo: onDossier('/redo', { place: 'unusual', fields: [STEP, { kind: 'target', name: 'to', of: 'back', asked: 'always' }, NEEDS_REASON] }),
  repair: onDossier('/repair', { place: 'unusual', fields: [{ kind: 'target', name: 'to', of: 'visited', asked: 'always' }, NEEDS_REASON] }),
  reopen: onDossier('/reopen', { place: 'unusual', fields: [BACK, NEEDS_REASON] }),
  migrate: onDossier('/migrate', { place: 'unusual', fields: [{ kind: 'number', name: 'version', asked: 'always' }, { kind: 'mapping', name: 'mapping', asked: 'never' }, NEEDS_REASON] }),
  withdraw: onDossier('/withdraw', { place: 'unusual', final: true, fields: [{ kind: 'oneOf', name: 'how', options: ['replace', 'correct', 'revoke'], asked: 'always' }, { kind: 'dossier', name: 'replacedBy', asked: 'never' }, NEEDS_REASON] }),
  cancel: onDossier('/cancel', { place: 'unusual', final: true, fields: [NEEDS_REASON] }),

  seen: onTask('seen', { tag: null, place: 'silent', fields: [] }),
} as const satisfies Readonly<Record<string, VerbRow>>;

export type VerbId = keyof typeof VERBS;

export const isVerb = (verb: string): verb is VerbId => Object.hasOwn(VERBS, verb);

/** The row of a verb. */
export const verbRow = (verb: VerbId): VerbRow => VERBS[verb];
