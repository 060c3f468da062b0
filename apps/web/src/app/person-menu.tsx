import { UserOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState, type JSX } from 'react';
import { useWords } from '../kit/words/use-words.ts';
import { Link, useLocation } from 'react-router';
import { useSignOut } from './use-sign-out.ts';
import { useKeys } from '../kit/keys/use-keys.ts';
import type { Me } from '../kit/api/use-me.ts';
import { day } from '../kit/format/format.ts';
import { prefer, usePreferences, type Preferences } from '../kit/words/preferences.ts';

/** Who I am today, for whom I act, and how this browser shows it. */
export function PersonMenu({ me }: { readonly me: Me }): JSX.Element {
  const t = useWords();
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string | null>(null);
  const open = openAt === pathname;
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useKeys(open ? { Escape: () => { setOpenAt(null); button.current?.focus(); } } : {});
  useEffect(() => {
    const away = (event: PointerEvent): void => {
      if (!box.current?.contains(event.target as Node)) setOpenAt(null);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, []);
  return (
    <div className="person" ref={box}>
      <Button ref={button} type="text" icon={<UserOutlined />} aria-expanded={open} aria-controls="person-panel" onClick={() => setOpenAt(open ? null : pathname)}>
        <span className="visually-hidden">{t('person.menu')} </span><span className="person-name">{me.name}</span>
      </Button>
      {open ? <div className="person-panel" id="person-panel"><Panel me={me} /></div> : null}
    </div>
  );
}

function Panel({ me }: { readonly me: Me }): JSX.Element {
  const t = useWords();
  const signOut = useSignOut();
  return (
    <>
      <div><h2>{t('person.today', { day: day(new Date()) })}</h2><ul>{me.posts.map((p) => <li key={p.appointment}>{p.title}, {(p.unit ?? p.body)?.name}</li>)}</ul></div>
      <div><h2>{t('person.for')}</h2>{me.substitutesFor.length === 0 ? <p className="quiet">{t('person.nobody')}</p> : <ul>{me.substitutesFor.map((s) => <li key={s.person}>{s.name}</li>)}</ul>}</div>
      <ul><li><Link to="/notices">{t('screen.notices')}</Link></li><li><Link to="/absences">{t('screen.absences')}</Link></li></ul>
      <Choice name="language" of={['vi', 'en']} />
      <Choice name="theme" of={['system', 'light', 'dark']} />
      <Choice name="tones" of={['old', 'new']} />
      <div className="choices">
        <Button onClick={() => signOut.mutate('here')} loading={signOut.isPending}>{t('person.signOut')}</Button>
        <Button onClick={() => signOut.mutate('everywhere')}>{t('person.signOutEverywhere')}</Button>
      </div>
    </>
  );
}

function Choice<K extends keyof Preferences>({ name, of }: { readonly name: K; readonly of: readonly Preferences[K][] }): JSX.Element {
  const t = useWords();
  const chosen = usePreferences();
  return (
    <fieldset className="choices">
      <legend>{t(`prefer.${name}.name`)}</legend>
      {of.map((value) => <label key={value}><input type="radio" name={name} checked={chosen[name] === value} onChange={() => prefer({ [name]: value })} />{t(`prefer.${name}.${value}`)}</label>)}
    </fieldset>
  );
}
