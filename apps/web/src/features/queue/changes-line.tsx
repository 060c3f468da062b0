import { Button } from 'antd';
import { CloseOutlined } from '@ant-design/icons';
import type { JSX } from 'react';
import { number } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import type { Changes } from './use-changes.ts';

/** Says what became of the list while it was looked at, until it is put away. */
export function ChangesLine({ changes: { left, changed }, onHeard }: { readonly changes: Changes; readonly onHeard: () => void }): JSX.Element {
  const t = useWords('queue');
  const all = left + changed;
  return (
    <div role="status" aria-live="polite">
      {all === 0 ? null : (
        <p className="queue-changes">
          <span>{t('changes', { n: number(all), count: all })}{left === 0 ? '' : ` ${t('changesLeft', { n: number(left), count: left })}`}</span>
          <Button size="small" type="text" icon={<CloseOutlined />} aria-label={t('changesHeard')} onClick={onHeard} />
        </p>
      )}
    </div>
  );
}
