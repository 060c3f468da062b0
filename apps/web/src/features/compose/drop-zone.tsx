import { Button } from 'antd';
import { useRef, type JSX, type Ref } from 'react';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { useDropTarget } from './use-drop-target.ts';
import type { Rules } from './use-rules.ts';

interface DropProps { readonly upload: Rules['upload']; readonly into: string; readonly button: Ref<HTMLButtonElement>; readonly onFiles: (files: readonly File[]) => void }

/** Where files are dropped, or chosen by a button; says beforehand which are taken and how large. */
export function DropZone({ upload, into, button, onFiles }: DropProps): JSX.Element {
  const t = useWords('compose');
  const input = useRef<HTMLInputElement>(null);
  const zone = useRef<HTMLDivElement>(null);
  const over = useDropTarget(zone, onFiles);
  return (
    <div ref={zone} className="compose-drop" data-over={over}>
      <p><strong>{t('upload.drop', { into })}</strong></p>
      <Button ref={button} onClick={() => input.current?.click()}>{t('upload.choose')}</Button>
      <p className="quiet">{t('upload.limits', { types: upload.types.map((type) => inLanguage(type.title)).join(', '), megabytes: upload.maxMegabytes })}</p>
      <input ref={input} type="file" multiple hidden accept={upload.types.flatMap((type) => type.extensions.map((e) => `.${e}`)).join(',')} aria-label={t('upload.choose')} onChange={(e) => {
        onFiles([...(e.target.files ?? [])]);
        e.target.value = '';
      }} />
    </div>
  );
}
