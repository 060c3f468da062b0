import type { UseMutationResult } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import type { JSX } from 'react';
import { refusalWords } from '../../kit/ui/refusal-words.ts';
import { tell } from '../../kit/ui/tell.tsx';
import { useWords } from '../../kit/words/use-words.ts';

interface EndProps { readonly ask: string; readonly label: string; readonly about: string; readonly told: string; readonly id: string; readonly act: UseMutationResult<unknown, Error, string> }

/** Ends it from today on, after asking once. */
export function EndButton({ ask, label, about, told, id, act }: EndProps): JSX.Element {
  const t = useWords('absences');
  const end = (): void => act.mutate(id, { onSuccess: () => tell('success', told), onError: (fault) => tell('error', refusalWords(fault, t('failed'))) });
  return <Popconfirm title={ask} okText={label} cancelText={t('no')} onConfirm={end}><Button loading={act.isPending && act.variables === id}>{label}<span className="visually-hidden">: {about}</span></Button></Popconfirm>;
}
