import type { JSX } from 'react';

/** What a screen without content tells. */
export type Scene = 'empty' | 'loading' | 'failed' | 'forbidden' | 'not-found';

const SHEET = 'M38 14h38l18 18v58H38z';
const FOLD = 'M76 14v18h18';

/** One sheet of paper, in five situations; drawn in the colours of the screen, told by the sentence beside it. */
export function StateDrawing({ scene }: { readonly scene: Scene }): JSX.Element {
  return (
    <svg className={`state-drawing state-${scene}`} viewBox="0 0 132 104" width="132" height="104" aria-hidden="true">
      <path className="paper" d={SHEET} />
      <path className="line" d={FOLD} />
      {scene === 'empty' ? <><path className="soft" d="M48 46h36M48 58h36M48 70h22" /><path className="mark" d="M82 78l8 8 16-18" /></> : null}
      {scene === 'loading' ? <><path className="soft" d="M48 46h36M48 58h36M48 70h22" /><path className="mark turn" d="M98 66a14 14 0 1 1-14 14" /></> : null}
      {scene === 'failed' ? <><path className="soft" d="M48 46h36M48 58h22" /><path className="mark" d="M20 96l14-14M20 82l14 14M98 74v14M98 95v1" /></> : null}
      {scene === 'forbidden' ? <><rect className="mark" x="50" y="56" width="32" height="24" rx="3" /><path className="mark" d="M57 56v-8a9 9 0 0 1 18 0v8" /></> : null}
      {scene === 'not-found' ? <><circle className="mark" cx="66" cy="58" r="14" /><path className="mark" d="M76 68l14 14" /></> : null}
    </svg>
  );
}
