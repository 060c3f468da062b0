import { MenuOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState, type JSX } from 'react';
import { useWords } from '../kit/words/use-words.ts';
import { Link, Outlet, useLocation } from 'react-router';
import { useMe } from '../kit/api/use-me.ts';
import { TellRegion } from '../kit/ui/tell.tsx';
import { Banners } from './banners.tsx';
import { FirstRun } from './first-run.tsx';
import { LiveLine } from './live-line.tsx';
import { Nav } from './nav.tsx';
import { PersonMenu } from './person-menu.tsx';
import { SessionEnded, SessionGate } from './session-gate.tsx';
import './shell.css';

/** The frame around every screen: the bar, the menu, what is to be said to everybody, and the screen itself. */
export function Shell(): JSX.Element {
  return <SessionGate><Frame /></SessionGate>;
}

function Frame(): JSX.Element {
  const t = useWords();
  const me = useMe();
  const { pathname } = useLocation();
  // The drawer is open on the screen where it was opened, so that entering another one closes it.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const open = openAt === pathname;
  useEntering(pathname);
  return (
    <div className="shell">
      <a className="skip" href="#main">{t('skip')}</a>
      <LiveLine />
      <header className="bar">
        <Button className="bar-menu" type="text" icon={<MenuOutlined />} aria-expanded={open} aria-controls="nav" aria-label={t('menu.open')} onClick={() => setOpenAt(open ? null : pathname)} />
        <Link className="bar-name" to="/">{t('app')}</Link>
        <span className="bar-space" />
        {me.data === undefined ? null : <PersonMenu me={me.data} />}
      </header>
      <Banners />
      <div className="body">
        <Nav me={me.data} open={open} onClose={() => setOpenAt(null)} />
        <main id="scroll"><div id="main">{me.data?.demo === true ? <FirstRun /> : null}<Outlet /></div></main>
      </div>
      <TellRegion />
      <SessionEnded />
    </div>
  );
}

/**
 * On entering another screen its heading gets the focus, so that a screen reader says where one is; not on the first, where the browser does it. The heading
 * that stands there while the screen is read gives way to the one of what was read, which gets it then.
 */
function useEntering(pathname: string): void {
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return undefined;
    }
    document.getElementById('scroll')?.scrollTo({ top: 0 });
    const seen = new MutationObserver(() => {
      if (hasEntered()) seen.disconnect();
    });
    seen.observe(document.getElementById('main') ?? document.body, { childList: true, subtree: true });
    if (hasEntered()) seen.disconnect();
    return () => seen.disconnect();
  }, [pathname]);
}

/** Gives the heading the focus, unless somebody has gone on already; answers whether the screen has been read. */
function hasEntered(): boolean {
  const heading = document.getElementById('page-title');
  if (heading === null) return false;
  const at = document.activeElement;
  if (at === null || at === document.body || at.closest('#nav') !== null) heading.focus({ preventScroll: true });
  else if (at !== heading) return true;
  return document.querySelector('#main [data-state=loading]') === null;
}
