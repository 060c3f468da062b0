import type { JSX, ReactNode } from 'react';
import { dayTime, size } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { HashMark } from './hash-mark.tsx';
import type { RoleWords } from './role-words.ts';
import type { DossierDocument } from './use-draft-dossier.ts';

function Revision({ document, words, newest }: { readonly document: DossierDocument; readonly words: RoleWords; readonly newest: boolean }): JSX.Element {
  const t = useWords('compose');
  const { id, role, no, name, size: bytes, attachedAt, attachedBy, sha256, frozen } = document;
  return (
    <li className="compose-revision" data-newest={newest}>
      <span className="compose-revision-no">{words.numbered(role, no)}{frozen ? <span className="compose-tag">{t('document.submitted')}</span> : null}</span>
      <a href={`/api/v1/documents/${id}/content`} download>{name ?? words.title(role)}</a>
      <span className="quiet"><span className="nowrap">{size(bytes)}</span> · <span className="nowrap">{dayTime(attachedAt)}</span> · {attachedBy.name}</span>
      <HashMark sha256={sha256} />
    </li>
  );
}

/** The papers by role, the newest draft first; those that are needed stand there even while they are missing. */
export function DocumentsCard({ documents, needed, words, children }: { readonly documents: readonly DossierDocument[]; readonly needed: readonly string[]; readonly words: RoleWords; readonly children: ReactNode }): JSX.Element {
  const t = useWords('compose');
  const roles = [...new Set([...needed, ...documents.map((d) => d.role)])];
  return (
    <section className="card compose-part" aria-labelledby="compose-documents">
      <h2 id="compose-documents" tabIndex={-1}>{t('document.heading')}</h2>
      {roles.map((role) => {
        const drafts = documents.filter((d) => d.role === role).sort((a, b) => b.no - a.no);
        return (
          <div key={role} className="compose-role">
            <h3>{words.title(role)}</h3>
            {drafts.length === 0 ? <p className="quiet">{t('document.none')}</p> : <ul>{drafts.map((d, i) => <Revision key={d.id} document={d} words={words} newest={i === 0} />)}</ul>}
          </div>
        );
      })}
      {children}
    </section>
  );
}
