import { SearchOutlined } from '@ant-design/icons';
import { useEffect, useId, useState, type JSX, type RefObject } from 'react';
import './search-box.css';

const PAUSE_MS = 250;

interface SearchProps {
  readonly label: string;
  readonly hint?: string;
  /** What is searched for now. */
  readonly value: string;
  /** Called a moment after the last stroke, at once by Enter. */
  readonly onSearch: (text: string) => void;
  readonly field?: RefObject<HTMLInputElement | null>;
}

/** A field to search by; what is typed is searched for after a short pause. Another value from outside (a view that was picked, a step back) replaces what is written. */
export function SearchBox({ label, hint, value, onSearch, field }: SearchProps): JSX.Element {
  const id = useId();
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const [sent, setSent] = useState<readonly string[]>([]);
  if (known !== value) {
    setKnown(value);
    // The echo of what was written here a moment ago takes no later stroke away.
    setSent(sent.slice(sent.indexOf(value) + 1));
    if (!sent.includes(value)) setText(value);
  }
  useEffect(() => {
    if (text.trim() === value) return undefined;
    const timer = setTimeout(() => {
      setSent((before) => [...before.slice(-4), text.trim()]);
      onSearch(text.trim());
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);
  return (
    <form className="search-box" role="search" onSubmit={(event) => { event.preventDefault(); onSearch(text.trim()); }}>
      <label className="visually-hidden" htmlFor={id}>{label}</label>
      <SearchOutlined aria-hidden="true" />
      <input ref={field} id={id} type="search" value={text} maxLength={200} placeholder={hint ?? label} autoComplete="off" onChange={(event) => setText(event.target.value)} />
    </form>
  );
}
