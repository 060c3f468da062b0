import type { JSX, ReactNode } from 'react';

interface FieldProps { readonly id: string; readonly label: string; readonly fault?: string | null; readonly hint?: string; readonly children: ReactNode }

/** A field with its label, and what the server said against it. */
export const Field = ({ id, label, fault = null, hint, children }: FieldProps): JSX.Element => (
  <div className="absences-field">
    <label htmlFor={id}>{label}</label>
    {children}
    {hint === undefined ? null : <p className="quiet">{hint}</p>}
    {fault === null ? null : <p className="absences-fault" role="alert">{fault}</p>}
  </div>
);
