import { SaveOutlined, SettingOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState, type JSX } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../kit/words/use-words.ts';
import { addressOf, narrowings, writeAddress, type DeskAddress } from './desk-address.ts';
import { useViews } from './use-views.ts';

const SaveViewDialog = lazy(async () => ({ default: (await import('./save-view-dialog.tsx')).SaveViewDialog }));
const ViewsDialog = lazy(async () => ({ default: (await import('./views-dialog.tsx')).ViewsDialog }));

/** The views that a person keeps, each one click away; what is shown now can be kept as one more. */
export function ViewsBar({ address }: { readonly address: DeskAddress }): JSX.Element | null {
  const t = useWords('queue');
  const views = useViews().data ?? [];
  const [open, setOpen] = useState<'save' | 'manage' | null>(null);
  const here = writeAddress(address);
  const known = views.some((v) => addressOf(v) === here);
  const savable = !known && (narrowings(address.filter) > 0 || address.sort !== null);
  if (views.length === 0 && !savable) return null;
  return (
    <nav className="queue-views" aria-label={t('views.name')}>
      <span className="queue-soft">{t('views.name')}</span>
      {views.map((v) => <Link key={v.id} className="queue-view" to={`/tasks${addressOf(v)}`} aria-current={addressOf(v) === here ? 'true' : undefined}>{v.name}</Link>)}
      {savable ? <Button size="small" type="dashed" icon={<SaveOutlined aria-hidden="true" />} onClick={() => setOpen('save')}>{t('views.save')}</Button> : null}
      {views.length === 0 ? null : <Button size="small" type="text" icon={<SettingOutlined aria-hidden="true" />} onClick={() => setOpen('manage')}>{t('views.manage')}</Button>}
      <Suspense fallback={null}>
        {open === 'save' ? <SaveViewDialog address={address} onClose={() => setOpen(null)} /> : null}
        {open === 'manage' ? <ViewsDialog views={views} onClose={() => setOpen(null)} /> : null}
      </Suspense>
    </nav>
  );
}
