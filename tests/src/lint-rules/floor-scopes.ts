import { floorPlugin } from './floor-plugin.ts';

const everywhere = ['file-length', 'file-name', 'no-inner-barrel', 'no-default-export', 'no-export-all', 'no-version-column', 'no-swallowed-error', 'through-doors'];
const inRooms = (...rooms: string[]): string[] => rooms.map((room) => `${room}/src/**/*.{ts,tsx}`);

/** Where each rule of the floor holds. A row: files, files left out and why, rules. */
const scopes: { files: string[]; ignores?: string[]; rules: string[] }[] = [
  // Jest asks for a default export of its global set-up and tear-down, Vite of its configuration.
  { files: ['**/*.ts', '**/*.tsx'], ignores: ['tests/src/house/global-*.ts', 'apps/web/vite.config.ts'], rules: everywhere },
  // oidc-provider's models are saved by save(), too; they live in libs/embedded.
  { files: ['apps/**/*.ts', 'libs/**/*.ts', 'activities/**/*.ts', 'tests/**/*.ts'], ignores: ['libs/embedded/**'], rules: ['no-orm-save'] },
  { files: inRooms('libs/casework'), rules: ['casework-receives-tx'] },
  { files: inRooms('libs/domain', 'libs/casework', 'workflows'), rules: ['no-clock'] },
  { files: inRooms('libs/domain'), rules: ['domain-without-io'] },
  { files: inRooms('libs/casework', 'libs/persistence'), rules: ['no-notify-in-act'] },
  // Temporal's own tables belong to whoever starts Temporal.
  { files: inRooms('apps/*', 'libs/*', 'activities', 'workflows'), ignores: ['libs/casework/**', 'libs/persistence/**', 'libs/embedded/src/temporal/**'], rules: ['no-raw-writes'] },
  { files: inRooms('workflows'), rules: ['workflow-failures', 'sync-handlers'] },
  { files: ['tests/**/*.spec.ts'], rules: ['no-sleep-in-specs'] },
  // The command line speaks to a person; everything else speaks to a log.
  { files: inRooms('apps/*', 'libs/*', 'activities', 'workflows'), ignores: ['apps/cli/**'], rules: ['no-console'] },
];

/** The rules of the floor as entries of ESLint's flat configuration. */
export const floorConfig = scopes.map(({ files, ignores, rules }) => ({
  files,
  ...(ignores ? { ignores } : {}),
  plugins: { floor: floorPlugin },
  rules: Object.fromEntries(rules.map((rule) => [`floor/${rule}`, 'error' as const])),
}));
