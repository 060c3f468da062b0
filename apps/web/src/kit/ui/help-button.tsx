import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useId, useRef, useState, type JSX } from 'react';
import { useWords } from '../words/use-words.ts';
import { useKeys } from '../keys/use-keys.ts';

/** The "?" of a screen: what it is for and how it is used. Opens by the key ? too, closes by Escape. */
export function HelpButton({ title, help }: { readonly title: string; readonly help: readonly string[] }): JSX.Element {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  useKeys({ '?': () => setOpen((now) => !now), ...(open ? { Escape: () => setOpen(false) } : {}) });
  useEffect(() => {
    if (!open) return undefined;
    const away = (event: PointerEvent): void => {
      if (!(event.target as Element).closest('.help')) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);
  return (
    <div className="help">
      <Button ref={button} type="text" icon={<QuestionCircleOutlined />} aria-expanded={open} aria-controls={id} aria-label={t('help.of', { title })} onClick={() => setOpen(!open)} />
      {open ? <div className="help-text" id={id} role="note">{help.map((line) => <p key={line}>{line}</p>)}</div> : null}
    </div>
  );
}
