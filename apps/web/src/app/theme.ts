import { theme, type ThemeConfig } from 'antd';

/** Ant Design in the colours of app.css; contrast of text at least 4.5 : 1 in both. */
export const themeOf = (dark: boolean): ThemeConfig => ({
  algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
  token: {
    colorPrimary: dark ? '#d8645b' : '#8c1d18', colorLink: dark ? '#8fb8f5' : '#17509e', colorInfo: dark ? '#8fb8f5' : '#17509e',
    colorBgBase: dark ? '#1d1f24' : '#ffffff', colorTextBase: dark ? '#e9e9ec' : '#1f2023', colorTextDescription: dark ? '#a6a9b2' : '#5b5e66', colorTextPlaceholder: dark ? '#9a9da6' : '#6b6e76',
    colorSuccess: dark ? '#7dcf97' : '#1f6f3a', colorWarning: dark ? '#f2b866' : '#8a4b00', colorError: dark ? '#ff9d94' : '#b3261e',
    fontSize: 15, borderRadius: 6, fontFamily: "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif", wireframe: false,
  },
});
