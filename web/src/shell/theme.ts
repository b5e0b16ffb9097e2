import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Deep enough for white text on shade 7 and for shade 8 as text on white: 4.5 to 1 and more. */
const teal: MantineColorsTuple = [
  '#e6f7f9',
  '#d0eaee',
  '#a1d5dd',
  '#6dbecb',
  '#44abbc',
  '#2a9fb2',
  '#1596ab',
  '#0b7285',
  '#0a6375',
  '#075464',
];

export const theme = createTheme({
  colors: { teal },
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 7 },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  defaultRadius: 'md',
  autoContrast: true,
  cursorType: 'pointer',
  components: {
    // Its head is a <header>: beside that of the page a second banner.
    Modal: { defaultProps: { attributes: { header: { role: 'presentation' } } } },
  },
});
