import { entrust as rule, findTask, stepOf, type Result } from '@totrinh/domain';
import { incumbentsOf } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest, type Scene } from './perform.ts';
import { tell } from './tell.ts';

/** `person`: one of those who may record for the leader; null: the secretaries of its bodies, or where there are none the office. `text` is clean. */
export interface EntrustTo { readonly task: string; readonly person: string | null; readonly text: string | null }

/** Who works in an office and enters what leaders said. */
const OFFICE_ROLES: readonly string[] = ['head', 'deputy', 'generalist', 'form-checker'];

/** Giao thư ký: whoever it is given to finds a notice, the dossier a remark; the task stays. Errors: those of domain's entrust and of perform. */
export function entrust(desk: Desk, command: EntrustTo, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'entrust', { task: command.task }, request, async (s) => {
    const task = command.task.toLowerCase();
    const able = await recorders(s);
    const to = command.person === null ? able.usual : able.all.filter((person) => person === command.person);
    const facts = rule(s.case, s.route, { task, to, text: command.text }, s.actor, desk.means);
    if (facts.ok) tellThem(desk, s, task, to.filter((person) => person !== s.actor.person));
    return facts;
  });
}

/** Those who may enter what a leader of this dossier says, and those of them who are told where nobody is named. */
async function recorders(s: Scene): Promise<{ readonly all: readonly string[]; readonly usual: readonly string[] }> {
  const { units, bodies } = s.case.roles;
  const issuing = units['issuing'];
  const incumbents = await incumbentsOf(s.tx, issuing === undefined ? [] : [issuing], Object.values(bodies), s.today);
  const secretaries = incumbents.filter((i) => i.role === 'secretary' && i.body !== null).map((i) => i.person);
  const office = incumbents.filter((i) => i.unit !== null && OFFICE_ROLES.includes(i.role)).map((i) => i.person);
  return { all: [...new Set(incumbents.map((i) => i.person))], usual: [...new Set(secretaries.length > 0 ? secretaries : office)] };
}

function tellThem(desk: Desk, s: Scene, id: string, people: readonly string[]): void {
  const task = findTask(s.case, id);
  const step = task ? stepOf(s.case, task).id : null;
  tell(s.tx, people.map((person) => ({ id: desk.means.id(), person, dossier: s.case.id, kind: 'entrusted', effectKey: `entrust ${id} ${s.case.seq} ${person}`, at: s.now, step, task: id })));
}
