import type { Dossier } from './use-dossier.ts';

/** The sections of a dossier in the order of the page; each name is its anchor. */
const SECTIONS = ['documents', 'route', 'steps', 'opinions', 'results', 'demands', 'comments', 'holders', 'reminders', 'told', 'record'] as const;
export type SectionName = (typeof SECTIONS)[number];

/** Sections that this dossier has something for: opinions, results and demands only where there are any. */
export function sectionsOf(dossier: Dossier): readonly SectionName[] {
  const empty: Partial<Record<SectionName, boolean>> = {
    route: dossier.route === null, steps: dossier.steps.length === 0, opinions: dossier.opinions.length === 0,
    results: dossier.agenda.length === 0 && !dossier.steps.some((s) => s.arithmetic !== null), demands: dossier.demands.length === 0, reminders: !dossier.steps.some((s) => s.rungs.length > 0),
  };
  return SECTIONS.filter((name) => empty[name] !== true);
}
