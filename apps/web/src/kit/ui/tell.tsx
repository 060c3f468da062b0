import { Alert } from 'antd';
import { useEffect, useSyncExternalStore, type JSX } from 'react';
import './tell.css';

type Kind = 'success' | 'info' | 'warning' | 'error';
interface Told { readonly id: number; readonly kind: Kind; readonly text: string }

let told: readonly Told[] = [];
let next = 1;
const hearing = new Set<() => void>();
const keep = (list: readonly Told[]): void => {
  told = list;
  for (const hear of hearing) hear();
};
const listen = (hear: () => void): (() => void) => {
  hearing.add(hear);
  return () => hearing.delete(hear);
};

/** Says one sentence at the edge of the screen; it leaves by itself after some seconds, a fault only when it is closed. */
export function tell(kind: Kind, text: string): void {
  keep([...told.filter((t) => t.text !== text), { id: next++, kind, text }].slice(-3));
}

const away = (id: number): void => keep(told.filter((t) => t.id !== id));

function Line({ id, kind, text }: Told): JSX.Element {
  useEffect(() => {
    if (kind === 'error') return undefined;
    const timer = setTimeout(() => away(id), 6_000);
    return () => clearTimeout(timer);
  }, [id, kind]);
  return <Alert type={kind} title={text} showIcon closable={{ onClose: () => away(id) }} />;
}

/** Where the sentences are shown, and read out by screen readers. */
export function TellRegion(): JSX.Element {
  const lines = useSyncExternalStore(listen, () => told);
  return <div className="tell" role="status" aria-live="polite">{lines.map((line) => <Line key={line.id} {...line} />)}</div>;
}
