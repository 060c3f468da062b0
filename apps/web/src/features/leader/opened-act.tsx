import { useState, type JSX } from 'react';
import { EntrustDialog } from './entrust-dialog.tsx';
import type { OpenAct } from './open-act.ts';
import { RecordDialog } from './record-dialog.tsx';
import { SayDialog } from './say-dialog.tsx';
import type { Card, Desk } from './use-leader-desk.ts';

interface OpenedProps {
  readonly act: OpenAct;
  /** The card as the list has it now; null once it has left. */
  readonly now: Card | null;
  readonly leader: Desk['for'];
  readonly order: readonly string[];
  readonly onClose: () => void;
  /** With the sentence that tells what was recorded, and the order of the list in which the act was opened. */
  readonly onDone: (sentence: string, order: readonly string[]) => void;
}

export interface DialogProps { readonly card: Card; readonly now: Card | null; readonly onClose: () => void; readonly onDone: (sentence: string) => void }

/** The dialog that the address names. It keeps the card as it was read, also when somebody else was first and the card has left the list. */
export function OpenedAct({ act, now, leader, order, onClose, onDone }: OpenedProps): JSX.Element | null {
  const [opened] = useState({ card: now, order });
  const { card } = opened;
  if (card === null) return null;
  const shared: DialogProps = { card, now, onClose, onDone: (sentence) => onDone(sentence, opened.order) };
  if (act.say === 'entrust') return <EntrustDialog {...shared} />;
  return act.say === 'record' ? <RecordDialog {...shared} leader={leader} /> : <SayDialog {...shared} agrees={act.say === 'agree'} />;
}
