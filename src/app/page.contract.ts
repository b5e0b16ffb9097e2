/** The first part of the page's addresses: below each of them the server answers with the page, which shows the screen. */
export const SCREENS = [
  'sign-in',
  'overview',
  'runs',
  'definitions',
  'items',
  'import',
  'administration',
  'account',
] as const;
export type Screen = (typeof SCREENS)[number];
