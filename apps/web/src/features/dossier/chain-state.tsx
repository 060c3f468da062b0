import { Alert, Button } from 'antd';
import type { JSX } from 'react';
import { number } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { Hash } from './hash.tsx';
import { useChain } from './use-chain.ts';

/** "Nhật ký xác thực": whole, with how many entries and its latest mark; or where it is broken. */
export function ChainState({ id }: { readonly id: string }): JSX.Element {
  const t = useWords('dossier');
  const { data, error, refetch } = useChain(id);
  if (data === undefined) return error === null ? <p role="status">{t('chain.reading')}</p> : <Alert type="warning" showIcon title={t('chain.unknown')} action={<Button onClick={() => void refetch()}>{t('chain.again')}</Button>} />;
  const { ok, length, head, faults } = data;
  return (
    <Alert
      type={ok ? 'success' : 'error'} showIcon className="dossier-chain"
      title={<>{t(ok ? 'chain.whole' : 'chain.broken', { n: number(length) })} <Hash hash={head} of={t('chain.mark')} /></>}
      description={ok ? undefined : <ul>{faults.map((f) => <li key={f.seq}>{t('chain.fault', { seq: f.seq, fault: f.fault })}</li>)}</ul>}
    />
  );
}
