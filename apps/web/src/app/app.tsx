import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import viVN from 'antd/locale/vi_VN';
import { useEffect, useState, type JSX } from 'react';
import { RouterProvider } from 'react-router';
import { queries } from '../kit/api/queries.ts';
import { usePreferences } from '../kit/words/preferences.ts';
import { router } from './router.tsx';
import { themeOf } from './theme.ts';

const DARK = matchMedia('(prefers-color-scheme: dark)');

function useDark(): boolean {
  const { theme } = usePreferences();
  const [system, setSystem] = useState(DARK.matches);
  useEffect(() => {
    const hear = (): void => setSystem(DARK.matches);
    DARK.addEventListener('change', hear);
    return () => DARK.removeEventListener('change', hear);
  }, []);
  return theme === 'system' ? system : theme === 'dark';
}

/** The whole application: colours, words, what was read from the server, and the screens. */
export function App(): JSX.Element {
  const dark = useDark();
  const { language } = usePreferences();
  useEffect(() => {
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  }, [dark]);
  return (
    <ConfigProvider locale={language === 'en' ? enUS : viVN} theme={themeOf(dark)}>
      <QueryClientProvider client={queries}><RouterProvider router={router} /></QueryClientProvider>
    </ConfigProvider>
  );
}
