import { PrinterOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';

const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame);

/** Prints the dossier: asks every section to load, waits until nothing of it is being read, then opens the browser's print dialog. */
export function PrintButton({ id }: { readonly id: string }): JSX.Element {
  const t = useWords('dossier');
  const queries = useQueryClient();
  const [waits, setWaits] = useState(false);
  const print = async (): Promise<void> => {
    setWaits(true);
    dispatchEvent(new Event('beforeprint'));
    await nextFrame();
    await nextFrame();
    while (queries.isFetching({ queryKey: ['dossier', id] }) > 0) await nextFrame();
    await Promise.allSettled([...document.querySelectorAll<HTMLImageElement>('.dossier-drawing img')].map((img) => img.decode()));
    setWaits(false);
    window.print();
  };
  return <Button icon={<PrinterOutlined />} loading={waits} onClick={() => void print()}>{t('print')}</Button>;
}
