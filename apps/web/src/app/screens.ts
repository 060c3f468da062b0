import type { Me } from '../kit/api/use-me.ts';

/** The screens of the menu, in its order; `name` is the server's, as `screens` of `GET /me` tells them. */
const MENU = [
  { name: 'leaders', to: '/leader' }, { name: 'queue', to: '/tasks' }, { name: 'compose', to: '/compose' }, { name: 'dossiers', to: '/dossiers' }, { name: 'office', to: '/office' },
  { name: 'meetings', to: '/meetings' }, { name: 'ballots', to: '/ballots' }, { name: 'registers', to: '/registers' }, { name: 'programmes', to: '/programmes' }, { name: 'deadlines', to: '/overdue' },
  { name: 'notices', to: '/notices' }, { name: 'absences', to: '/absences' }, { name: 'calendar', to: '/calendar' }, { name: 'routes', to: '/routes' }, { name: 'organisation', to: '/organisation' },
] as const;

export type MenuScreen = (typeof MENU)[number];

/** The screens that the server opens to this person. */
export function screensOf(me: Me): readonly MenuScreen[] {
  const open = new Set<string>(me.screens);
  return MENU.filter(({ name }) => open.has(name));
}
