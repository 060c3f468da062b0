import { isApprovalOfAuthority, type Route } from '@totrinh/domain';

/** Where a dossier stands: the open steps, the branches chosen and joined, and the approvals in which somebody has decided. */
interface Standing { readonly open: readonly string[]; readonly chosen: readonly string[]; readonly joined: readonly string[]; readonly decided: readonly string[] }

const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort();

/**
 * Plays every run of a route with one parallel step, act by act, without the code that finds ways: one open step settles
 * with one of its outcomes, branches are chosen freely, a return out of a branch cancels the others. Calls `meet` with each
 * step that opens and the approvals that decided on the way to it.
 */
export function playEveryRun(route: Route, meet: (step: string, decided: readonly string[]) => void): void {
  const [region, rule] = Object.entries(route.steps).find(([, one]) => one.kind === 'parallel') ?? ['', undefined];
  const branches = rule?.kind === 'parallel' ? rule.branches : {};
  const branchOf = (step: string): string | undefined => Object.keys(branches).find((b) => branches[b]!.steps.includes(step));
  const seen = new Set<string>();
  const todo: Standing[] = [];
  const stand = (standing: Standing): void => {
    const key = JSON.stringify(standing);
    if (seen.has(key)) return;
    seen.add(key);
    todo.push(standing);
  };
  const complete = ({ decided }: Standing): void => { if (rule?.kind === 'parallel') enter(rule.next['completed']!, decided); };
  const settle = (standing: Standing): void => {
    const join = rule?.kind === 'parallel' ? rule.join : 'all';
    const wanted = join === 'all' ? standing.chosen.length : Math.min(standing.chosen.length, join === 'any' ? 1 : join.atLeast);
    if (standing.joined.length >= wanted) complete(standing);
    else stand(standing);
  };
  const enter = (step: string, decided: readonly string[]): void => {
    meet(step, decided);
    if (step !== region) { stand({ open: [step], chosen: [], joined: [], decided }); return; }
    const free = Object.keys(branches).filter((b) => branches[b]!.if !== undefined);
    for (let mask = 0; mask < 2 ** free.length; mask++) {
      const chosen = sorted(Object.keys(branches).filter((b) => branches[b]!.if === undefined || (mask & (2 ** free.indexOf(b))) !== 0));
      const open = chosen.map((b) => branches[b]!.steps[0]!);
      for (const first of open) meet(first, decided);
      // The same run would come round for ever where nothing was chosen and the region leads back to itself.
      const standing = { open: sorted(open), chosen, joined: [], decided };
      if (!seen.has(`entered ${JSON.stringify(standing)}`)) { seen.add(`entered ${JSON.stringify(standing)}`); settle(standing); }
    }
  };
  enter(route.start, []);
  for (let at = todo.pop(); at; at = todo.pop()) {
    for (const step of at.open) {
      const one = route.steps[step]!;
      if (one.kind === 'end' || one.kind === 'choice') continue;
      for (const target of Object.values(one.next)) {
        const decided = isApprovalOfAuthority(one) ? sorted([...at.decided, step]) : at.decided;
        const branch = branchOf(step);
        const others = at.open.filter((other) => other !== step);
        if (target === 'join' && branch) settle({ ...at, open: others, joined: sorted([...at.joined, branch]), decided });
        else if (branch !== undefined && branchOf(target) === branch) { meet(target, decided); stand({ ...at, open: sorted([...others, target]), decided }); }
        else enter(target, decided);
      }
    }
  }
}
