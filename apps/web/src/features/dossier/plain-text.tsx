import { use, type JSX } from 'react';

const read = new WeakMap<Blob, Promise<string>>();

/** The text of the bytes, read once for each. */
function textOf(bytes: Blob): Promise<string> {
  const known = read.get(bytes) ?? bytes.text();
  read.set(bytes, known);
  return known;
}

/** A plain text as it is. */
export const PlainText = ({ bytes }: { readonly bytes: Blob }): JSX.Element => <pre className="dossier-text">{use(textOf(bytes))}</pre>;
