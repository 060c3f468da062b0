import i18next, { type i18n, type PostProcessorModule, type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json' with { type: 'json' };
import { onPreferences, preferences } from './preferences.ts';
import { inToneStyle } from './tone-style.ts';
import vi from './vi.json' with { type: 'json' };

const tones: PostProcessorModule = { type: 'postProcessor', name: 'tones', process: (text: string, _key, _options, translator: { language?: string }) => (translator.language === 'en' ? text : inToneStyle(text, preferences().tones)) };

/** Starts the catalogues: `shell` at once, each feature's when the feature is loaded. Vietnamese first; a missing key shows itself and fails the tests. */
export function startWords(): i18n {
  void i18next.use(initReactI18next).use(tones).init({
    lng: preferences().language, fallbackLng: false, defaultNS: 'shell', ns: ['shell'], postProcess: ['tones'],
    resources: { vi: { shell: vi }, en: { shell: en } },
    interpolation: { escapeValue: false }, returnNull: false, react: { useSuspense: false, bindI18n: 'languageChanged', bindI18nStore: 'added' }, showSupportNotice: false,
  } as Parameters<typeof i18next.init>[0]);
  const obey = (): void => {
    document.documentElement.lang = preferences().language;
    void i18next.changeLanguage(preferences().language);
  };
  obey();
  onPreferences(obey);
  return i18next;
}

/** Adds a feature's two catalogues; called once where the feature is loaded. */
export function addWords(feature: string, words: { readonly vi: ResourceLanguage[string]; readonly en: ResourceLanguage[string] }): void {
  i18next.addResourceBundle('vi', feature, words.vi);
  i18next.addResourceBundle('en', feature, words.en);
}

/** One of two: the Vietnamese and the English of a text that comes from the server. */
export function inLanguage(text: { readonly vi: string; readonly en: string } | null | undefined): string {
  return text === null || text === undefined ? '' : text[preferences().language];
}
