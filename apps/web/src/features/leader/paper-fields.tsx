import { DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useId, type JSX } from 'react';
import { ApiProblem } from '../../kit/api/client.ts';
import { problemText } from '../../kit/ui/state-page.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import type { Form } from './form.ts';
import type { Card } from './use-leader-desk.ts';
import { useScan } from './use-scan.ts';

interface PaperProps { readonly card: Card; readonly leader: string; readonly form: Form; readonly missing: readonly string[]; readonly today: string | null }

const WRITTEN = 'YYYY-MM-DD';
const SCAN_ROLE = 'phieu-y-kien';

/** What of the paper is still to be filled in. */
export const missingPaper = (form: Form): readonly string[] => ['document', 'on', 'signatory'].filter((field) => form.of(field).trim() === '');

/** The paper on which a leader said it: its scan, day, number, and who signed it. */
export function PaperFields({ card, leader, form, missing, today }: PaperProps): JSX.Element {
  const t = useWords('leader');
  const id = useId();
  const scan = useScan();
  const lacks = (field: string): JSX.Element | null => (missing.includes(field) ? <p className="leader-lacks" role="alert">{t('needed')}</p> : null);
  const upload = (file: File | undefined): void => {
    if (file === undefined) return;
    scan.mutate({ dossier: card.dossier.id, etag: card.dossierEtag, role: SCAN_ROLE, file, size: file.size, at: file.lastModified }, { onSuccess: ({ ids }) => form.fill('document', ids['document'] ?? '') });
  };
  return (
    <>
      <label className="leader-label" htmlFor={`${id}scan`}>{t('field.scan')}</label>
      <input id={`${id}scan`} type="file" accept="application/pdf,image/*" className="leader-scan" disabled={scan.isPending} onChange={(event) => upload(event.target.files?.[0])} />
      <p className="quiet leader-small" role="status">{scan.isPending ? t('scan.sending') : form.of('document') === '' ? t('scan.what') : t('scan.there')}</p>
      {scan.error === null ? null : <p className="leader-lacks" role="alert">{scan.error instanceof ApiProblem && scan.error.problem !== null ? problemText(scan.error.problem) : t('told.away')}</p>}
      {lacks('document')}
      <div className="leader-paper">
        <div>
          <label className="leader-label" htmlFor={`${id}on`}>{t('field.on')}</label>
          <DatePicker id={`${id}on`} format="D/M/YYYY" value={form.of('on') === '' ? null : dayjs(form.of('on'), WRITTEN)} onChange={(value) => form.fill('on', value?.format(WRITTEN) ?? '')} disabledDate={(value) => today !== null && value.format(WRITTEN) > today} />
          {lacks('on')}
        </div>
        <div>
          <label className="leader-label" htmlFor={`${id}number`}>{t('field.number')} <span className="quiet">{t('optional')}</span></label>
          <Input id={`${id}number`} value={form.of('number')} onChange={(event) => form.fill('number', event.target.value)} />
        </div>
      </div>
      <label className="leader-label" htmlFor={`${id}signatory`}>{t('field.signatory')}</label>
      <Input id={`${id}signatory`} placeholder={leader} value={form.of('signatory')} onChange={(event) => form.fill('signatory', event.target.value)} />
      {lacks('signatory')}
    </>
  );
}
