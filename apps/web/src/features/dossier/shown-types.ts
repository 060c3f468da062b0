const SHOWN: ReadonlySet<string> = new Set(['application/pdf', 'image/png', 'image/jpeg', 'text/plain']);

/** Whether the page itself can show files of this media type; others are saved and opened by their own program. */
export const isShown = (mediaType: string): boolean => SHOWN.has(mediaType);
