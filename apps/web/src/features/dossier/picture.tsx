import { useCallback, type JSX } from 'react';

/** Bytes of a picture as a picture; the address that stands for them is given back when it goes. Whatever is in the bytes, nothing of it runs. */
export function Picture({ bytes, name }: { readonly bytes: Blob; readonly name: string }): JSX.Element {
  const show = useCallback((img: HTMLImageElement | null) => {
    if (img === null) return undefined;
    const address = URL.createObjectURL(bytes);
    img.src = address;
    return () => URL.revokeObjectURL(address);
  }, [bytes]);
  return <img ref={show} alt={name} />;
}
