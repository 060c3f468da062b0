import { day } from '../../kit/format/format.ts';
import type { Words } from '../../kit/words/use-words.ts';
import { inLanguage } from '../../kit/words/words.ts';
import { inOrder } from './step-order.ts';
import type { RouteVersion } from './use-route.ts';

type Said = Readonly<Record<string, unknown>>;

/** What a table says of a step; the rules are those that were published. */
export interface Step {
  readonly name: string; readonly kind: string; readonly title?: { readonly vi: string; readonly en: string }; readonly who?: Said; readonly each?: Said; readonly roster?: Said; readonly to?: readonly Said[]; readonly due?: Said; readonly ladder?: string;
  readonly next?: Readonly<Record<string, string>>; readonly labels?: Readonly<Record<string, string>>; readonly when?: readonly { readonly if?: string; readonly go?: string; readonly else?: string }[]; readonly branches?: Readonly<Record<string, { readonly steps: readonly string[] }>>; readonly route?: string;
}

/** The steps of a published version, in the order in which a dossier meets them. */
export function stepsOf({ rules }: RouteVersion): readonly Step[] {
  const steps = (rules['steps'] ?? {}) as Readonly<Record<string, Omit<Step, 'name'>>>;
  return inOrder(String(rules['start'] ?? ''), steps).flatMap((name) => { const step = steps[name]; return step === undefined ? [] : [{ ...step, name }]; });
}

/** A text of the catalogue, or where it has none (a name that an office gave itself) that name. */
export function said(t: Words, key: string, otherwise: string): string {
  const text = t(key);
  return text === key ? otherwise : text;
}

export const titleOf = (step: Step): string => inLanguage(step.title) || step.name;
const titleIn = (steps: readonly Step[], name: string): string => titleOf(steps.find((s) => s.name === name) ?? { name, kind: '' });

/** Who is asked to act. */
export function whoWords(t: Words, step: Step, steps: readonly Step[]): string {
  const asked = [step.who, step.each, step.roster, ...(step.to ?? [])].filter((who) => who !== undefined);
  return asked.map((who) => one(t, who, steps)).join('; ') || '–';
}

function one(t: Words, who: Said, steps: readonly Step[]): string {
  const [[kind, value] = ['', '']] = Object.entries(who).filter(([name]) => name !== 'of' && name !== 'skill');
  const name = String(value);
  if (kind === 'doneBy' || kind === 'superiorOf') return t(`who.${kind}`, { step: titleIn(steps, name) });
  if (kind === 'post') return t('who.post', { post: said(t, `post.${name}`, name), of: said(t, `role.${String(who['of'] ?? 'issuing')}`, String(who['of'] ?? '')) });
  return said(t, `who.${kind}`, kind) === kind ? name : t(`who.${kind}`, { role: said(t, `role.${name}`, name) });
}

/** When it is due. */
export function dueWords(t: Words, { due }: Step): string {
  if (due === undefined) return '–';
  const [[unit, n] = ['', '']] = Object.entries(due).filter(([name]) => name !== 'from' && name !== 'minus');
  if (unit === 'date') return day(String(n));
  const since = due['from'] === 'submission' ? ` ${t('due.submission')}` : '';
  return unit === 'by' ? t('due.by') : `${t(`due.${unit}`, { n })}${since}`;
}

/** Where it leads, one line an outcome. */
export function nextWords(t: Words, step: Step, steps: readonly Step[]): readonly string[] {
  const to = (name: string): string => (name === 'join' ? t('join') : titleIn(steps, name));
  const arms = (step.when ?? []).map((arm) => (arm.else === undefined ? t('if', { condition: arm.if ?? '', to: to(arm.go ?? '') }) : t('else', { to: to(arm.else) })));
  const branches = Object.values(step.branches ?? {}).map((branch) => t('branch', { to: to(branch.steps[0] ?? '') }));
  return [...arms, ...branches, ...Object.entries(step.next ?? {}).map(([outcome, name]) => `${step.labels?.[outcome] ?? said(t, `outcome.${outcome}`, outcome)} → ${to(name)}`)];
}
