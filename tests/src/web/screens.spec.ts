import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readRepoFile } from '../architecture/repository.ts';
import { pictures, SCREENS } from '../screens/screens.ts';

const FOLDER = fileURLToPath(new URL('../../../docs/screens', import.meta.url));

describe('ảnh các màn hình · pictures of the screens', () => {
  test('every screen of the router is pictured, in every look and state', () => {
    const routed = [...readRepoFile('apps/web/src/app/router.tsx').matchAll(/screen\('([^']+)'/g)].map((m) => m[1]);
    expect(SCREENS.map(({ path }) => path).sort()).toEqual(routed.sort());
  });

  test('docs/screens holds each of them and no other', () => {
    expect(readdirSync(FOLDER).filter((name) => name.endsWith('.png')).sort()).toEqual(pictures().sort());
  });
});
