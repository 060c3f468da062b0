import type { JSX } from 'react';
import { useWords } from '../kit/words/use-words.ts';
import { NavLink } from 'react-router';
import type { Me } from '../kit/api/use-me.ts';
import { useKeys } from '../kit/keys/use-keys.ts';
import { NAV_ICONS } from './nav-icons.tsx';
import { screensOf, type MenuScreen } from './screens.ts';
import { useDeskCount } from './use-desk-count.ts';
import { useUnread } from './use-unread.ts';

/** The menu: the screens that are mine, with what waits in them. A drawer on a narrow screen, closed by Escape. */
export function Nav({ me, open, onClose }: { readonly me: Me | undefined; readonly open: boolean; readonly onClose: () => void }): JSX.Element {
  const t = useWords();
  const counts: Partial<Record<MenuScreen['name'], number>> = { queue: useDeskCount(), notices: useUnread() };
  useKeys(open ? { Escape: onClose } : {});
  return (
    <nav id="nav" className={open ? 'nav nav-open' : 'nav'} aria-label={t('menu.name')}>
      <ul>
        {(me === undefined ? [] : screensOf(me)).map(({ name, to }) => (
          <li key={name}>
            <NavLink to={to} onClick={onClose}>
              {NAV_ICONS[name]}
              <span>{t(`screen.${name}`)}</span>
              {(counts[name] ?? 0) > 0 ? <span className="nav-count" aria-label={t('menu.count', { count: counts[name] })}>{counts[name]}</span> : null}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
