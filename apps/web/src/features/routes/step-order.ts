interface Way { readonly kind?: string; readonly next?: Readonly<Record<string, string>>; readonly when?: readonly { readonly go?: string; readonly else?: string }[]; readonly branches?: Readonly<Record<string, { readonly steps: readonly string[] }>> }

/** Names of a route's steps in the order in which a dossier meets them, ends last: a published version is stored without the order in which it was written. */
export function inOrder(start: string, steps: Readonly<Record<string, Way>>): readonly string[] {
  const met = new Set<string>();
  const ahead = [start];
  for (let name = ahead.shift(); name !== undefined; name = ahead.shift()) {
    const step = steps[name];
    if (step === undefined || met.has(name)) continue;
    met.add(name);
    ahead.push(...Object.values(step.branches ?? {}).flatMap((branch) => branch.steps), ...(step.when ?? []).flatMap(({ go, else: otherwise }) => [go, otherwise].filter((to) => to !== undefined)), ...Object.values(step.next ?? {}));
  }
  const all = [...met, ...Object.keys(steps).filter((name) => !met.has(name))];
  return [...all.filter((name) => steps[name]?.kind !== 'end'), ...all.filter((name) => steps[name]?.kind === 'end')];
}
