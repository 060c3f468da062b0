/** What the pictures need to know of a house with the sample in it. */
export interface Places { readonly dossier: string; readonly draft: string; readonly task: string; readonly meeting: string; readonly register: string; readonly programme: string; readonly route: string }

export interface ShownScreen {
  /** Name of its pictures. */
  readonly name: string;
  /** Its path in the router. */
  readonly path: string;
  /** Who looks at it. */
  readonly login: string;
  readonly at: (places: Places) => string;
  /** Whether it has a state without content that a house without work shows. */
  readonly empties: boolean;
}

const plain = (name: string, path: string, login: string, empties = true): ShownScreen => ({ name, path, login, at: () => path, empties });

/** Every screen of the router, with somebody of the sample to whom it says something. */
export const SCREENS: readonly ShownScreen[] = [
  plain('tasks', '/tasks', 'stc-head'),
  { name: 'task', path: '/tasks/:task', login: 'btgtu-drafter', at: ({ task }) => `/tasks/${task}`, empties: false },
  plain('leader', '/leader', 'ban-thuong-vu-03'),
  plain('dossiers', '/dossiers', 'vptu-head'),
  { name: 'dossier', path: '/dossiers/:id', login: 'vptu-head', at: ({ dossier }) => `/dossiers/${dossier}`, empties: false },
  plain('compose', '/compose', 'btgtu-drafter', false),
  { name: 'draft', path: '/compose/:dossier', login: 'btgtu-drafter', at: ({ draft }) => `/compose/${draft}`, empties: false },
  plain('office', '/office', 'vptu-form-checker'),
  plain('meetings', '/meetings', 'vptu-form-checker'),
  { name: 'meeting', path: '/meetings/:id', login: 'vptu-form-checker', at: ({ meeting }) => `/meetings/${meeting}`, empties: false },
  plain('registers', '/registers', 'vptu-clerk', false),
  { name: 'register', path: '/registers/:id', login: 'vptu-clerk', at: ({ register }) => `/registers/${encodeURIComponent(register)}`, empties: false },
  { name: 'programmes', path: '/programmes', login: 'vptu-head', at: () => '/programmes?from=2022-01-01&to=2022-06-30', empties: true },
  { name: 'programme', path: '/programmes/:id', login: 'vptu-head', at: ({ programme }) => `/programmes/${encodeURIComponent(programme)}?state=submitted`, empties: false },
  plain('overdue', '/overdue', 'vptu-head'),
  plain('notices', '/notices', 'btctu-head'),
  plain('absences', '/absences', 'btctu-head'),
  plain('calendar', '/calendar', 'vptu-head', false),
  plain('ballots', '/ballots', 'ban-thuong-vu-02'),
  plain('routes', '/routes', 'vptu-head', false),
  { name: 'route', path: '/routes/:id', login: 'vptu-head', at: ({ route }) => `/routes/${route}`, empties: false },
  plain('organisation', '/organisation', 'vptu-head', false),
];

/** How each screen is pictured. */
export const LOOKS = [{ size: 'desk', scheme: 'light' }, { size: 'desk', scheme: 'dark' }, { size: 'phone', scheme: 'light' }, { size: 'phone', scheme: 'dark' }] as const;

/** What the server answers to make a screen show each state; the house's own emptiness shows `empty`. */
export const STATES = ['loading', 'failed', 'forbidden', 'not-found'] as const;

/** The file of a picture in docs/screens. */
export const pictureOf = (name: string, what: string): string => `${name}-${what}.png`;

/** Every picture that docs/screens has to hold. */
export const pictures = (): string[] => SCREENS.flatMap(({ name, empties }) => [...LOOKS.map(({ size, scheme }) => pictureOf(name, `${size}-${scheme}`)), ...STATES.map((state) => pictureOf(name, state)), ...(empties ? [pictureOf(name, 'empty')] : [])]);
