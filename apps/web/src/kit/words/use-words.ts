import i18next from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Fills a key of a catalogue: `t('queue.title', { count })`. */
export type Words = (key: string, values?: Readonly<Record<string, unknown>>) => string;

/** The catalogue of a feature, or the `shell`'s; renders again when the language changes. That each key exists in both catalogues is a test's to say. */
export function useWords(feature = 'shell'): Words {
  const { i18n } = useTranslation(feature);
  const language = i18n.language;
  // The language is a dependency, so that whoever remembers a text forgets it with the language.
  return useCallback<Words>((key, values) => String(i18next.t(key, { ns: feature, lng: language, ...values })), [feature, language]);
}
