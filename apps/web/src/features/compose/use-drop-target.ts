import { useEffect, useRef, useState, type RefObject } from 'react';

/** Lets files be dropped on an element; for the mouse only, since a button beside does the same. Answers whether something is held over it. */
export function useDropTarget(target: RefObject<HTMLElement | null>, onFiles: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const taken = useRef(onFiles);
  useEffect(() => {
    taken.current = onFiles;
  });
  useEffect(() => {
    const at = target.current;
    if (at === null) return undefined;
    const hover = (event: DragEvent): void => {
      event.preventDefault();
      setOver(true);
    };
    const leave = (): void => setOver(false);
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      taken.current([...(event.dataTransfer?.files ?? [])]);
    };
    at.addEventListener('dragover', hover);
    at.addEventListener('dragleave', leave);
    at.addEventListener('drop', drop);
    return () => {
      at.removeEventListener('dragover', hover);
      at.removeEventListener('dragleave', leave);
      at.removeEventListener('drop', drop);
    };
  }, [target]);
  return over;
}
