import type { JSX, ReactNode } from 'react';
import { useWords } from '../../../../kit/words/use-words.ts';

interface FrameProps {
  readonly name: string;
  readonly label: string;
  readonly needed: boolean;
  readonly wrong: string | undefined;
  /** Several controls under one name. */
  readonly group?: boolean;
  readonly children: ReactNode;
}

/** A field with its label, whether it may be left out, and what is wrong with it. */
export function FieldFrame({ name, label, needed, wrong, group = false, children }: FrameProps): JSX.Element {
  const t = useWords('acts');
  const optional = needed ? null : <span className="act-optional"> {t('dialog.optional')}</span>;
  const fault = wrong === undefined ? null : <p className="act-wrong" id={`act-${name}-wrong`} role="alert">{wrong}</p>;
  if (group) return <fieldset className="act-field" aria-describedby={wrong === undefined ? undefined : `act-${name}-wrong`}><legend>{label}{optional}</legend>{children}{fault}</fieldset>;
  return <div className="act-field"><label htmlFor={`act-${name}`}>{label}{optional}</label>{children}{fault}</div>;
}

/** What a control says to those who do not see it: that it is needed, and where its fault stands. */
export const saysOf = (name: string, needed: boolean, wrong: string | undefined): { id: string; 'aria-required': boolean; 'aria-invalid': boolean; 'aria-describedby': string | undefined } =>
  ({ id: `act-${name}`, 'aria-required': needed, 'aria-invalid': wrong !== undefined, 'aria-describedby': wrong === undefined ? undefined : `act-${name}-wrong` });
