import { useEffect, useRef, type JSX } from 'react';
import { size } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { DropZone } from './drop-zone.tsx';
import { Choose } from './field.tsx';
import type { RoleWords } from './role-words.ts';
import { SecrecyQuestion } from './secrecy-question.tsx';
import { UploadLine } from './upload-line.tsx';
import type { UploadQueue } from './upload-queue.ts';
import type { DossierDocument } from './use-draft-dossier.ts';
import type { Rules } from './use-rules.ts';

export interface UploadWish { readonly role: string; readonly secrecy: string; readonly asked: number }

interface PanelProps {
  readonly rules: Rules;
  readonly roles: readonly string[];
  readonly words: RoleWords;
  readonly documents: readonly DossierDocument[];
  readonly queue: UploadQueue;
  readonly wish: UploadWish;
  readonly onWish: (wish: UploadWish) => void;
}

/** Secrecy first; only then may a file be chosen. Then its role, and the files on their way. */
export function UploadPanel({ rules, roles, words, documents, queue, wish, onWish }: PanelProps): JSX.Element {
  const t = useWords('compose');
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const allowed = rules.secrecy.some((l) => l.level === wish.secrecy && l.allowed);
  useEffect(() => {
    if (wish.asked === 0) return;
    panel.current?.scrollIntoView({ block: 'center' });
    (button.current ?? panel.current?.querySelector('input'))?.focus();
  }, [wish.asked]);
  const { upload } = rules;
  const unfitOf = (file: File): string | null => {
    const extension = file.name.split('.').at(-1)?.toLowerCase() ?? '';
    if (file.size > upload.maxBytes) return t('upload.tooLarge', { size: size(file.size), megabytes: upload.maxMegabytes });
    return upload.types.some((type) => type.extensions.includes(extension)) ? null : t('upload.wrongType', { name: file.name });
  };
  const arrivedOf = (id: string | null): { label: string; sha256: string } | null => {
    const document = documents.find((d) => d.id === id);
    return document === undefined ? null : { label: words.numbered(document.role, document.no), sha256: document.sha256 };
  };
  return (
    <div ref={panel} className="compose-panel">
      <h3>{t('upload.heading')}</h3>
      <SecrecyQuestion levels={rules.secrecy} chosen={wish.secrecy} question={t('upload.secrecy')} onChoose={(secrecy) => onWish({ ...wish, secrecy, asked: 0 })} />
      {allowed ? (
        <>
          <Choose id="upload-role" label={t('upload.role')} value={wish.role} empty={t('choose')} options={roles.map((role) => ({ value: role, label: words.title(role) }))} onChange={(role) => onWish({ ...wish, role, asked: 0 })} />
          {wish.role === '' ? null : <DropZone upload={upload} into={words.title(wish.role)} button={button} onFiles={(files) => queue.add(files.map((file) => ({ file, role: wish.role, unfit: unfitOf(file) })))} />}
        </>
      ) : null}
      {queue.entries.length === 0 ? null : <ul className="compose-uploads" aria-label={t('upload.queue')}>{queue.entries.map((e) => <UploadLine key={e.key} entry={e} queue={queue} arrived={arrivedOf(e.document)} />)}</ul>}
    </div>
  );
}
