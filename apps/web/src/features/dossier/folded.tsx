import { useState, type JSX, type ReactNode } from 'react';

/** Something folded away under its title; it is made, and reads what it needs, once it is opened. */
export function Folded({ title, render }: { readonly title: string; readonly render: () => ReactNode }): JSX.Element {
  const [opened, setOpened] = useState(false);
  return (
    <details className="dossier-earlier" onToggle={(event) => (event.currentTarget.open ? setOpened(true) : undefined)}>
      <summary>{title}</summary>
      {opened ? render() : null}
    </details>
  );
}
