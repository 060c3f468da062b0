import type { Parts } from '@totrinh/domain';

interface Written { readonly start: string; readonly steps: Readonly<Record<string, Rule>>; readonly parts?: Parts }
interface Rule { readonly kind: string; readonly status?: string; readonly route?: string; readonly next?: Readonly<Record<string, string>>; readonly when?: readonly { go?: string; else?: string }[]; readonly branches?: Readonly<Record<string, { steps: readonly string[] }>> }

/** Whether one step can follow another on a way, read from the written route alone: not from the code that finds ways. */
export function follows(route: unknown, parts: Parts, from: string, to: string): boolean {
  return nextOf(route as Written, parts, from.split('/'), '').includes(to);
}

function nextOf(route: Written, parts: Parts, [name = '', ...inner]: string[], prefix: string): string[] {
  const rule = route.steps[name]!;
  if (inner.length > 0) {
    const part = parts[rule.route!]!.rules as unknown as Written;
    const last = inner.length === 1 ? part.steps[inner[0]!]! : undefined;
    if (last?.kind === 'end') return targets(route, name, [rule.next![last.status === 'done' ? 'completed' : 'rejected']!], prefix);
    return nextOf(part, part.parts ?? {}, inner, `${prefix}${name}/`);
  }
  const edges = rule.when ? rule.when.map((arm) => arm.go ?? arm.else!) : Object.values(rule.next ?? {});
  const starts = rule.branches ? Object.values(rule.branches).map(({ steps }) => steps[0]!) : rule.route ? [`${name}/${parts[rule.route]!.rules.start}`] : [];
  return targets(route, name, [...edges, ...starts], prefix);
}

function targets(route: Written, from: string, names: readonly string[], prefix: string): string[] {
  return names.flatMap((name) => {
    if (name !== 'join') return [`${prefix}${name}`];
    const [holder, rule] = Object.entries(route.steps).find(([, one]) => Object.values(one.branches ?? {}).some(({ steps }) => steps.includes(from)))!;
    return targets(route, holder, [rule.next!['completed']!], prefix);
  });
}
