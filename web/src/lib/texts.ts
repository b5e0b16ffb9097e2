type Values = Readonly<Record<string, string | number>>;

/** Translations by screen, then by key; a missing one is English. English is the source: it stands in each screen's texts.ts. */
const translations: Readonly<Record<string, Readonly<Record<string, string>>>> = {};

/**
 * The texts of a screen, ready for translation: `{name}` stands for a value, `{count|one item|{count} items}` for singular and plural.
 * @returns t('key', { name: 'x' })
 */
export function texts<Key extends string>(screen: string, english: Readonly<Record<Key, string>>) {
  return (key: Key, values: Values = {}): string => fill(translations[screen]?.[key] ?? english[key], values);
}

function fill(text: string, values: Values): string {
  return text
    .replace(
      /\{(\w+)\|([^|{}]*)\|((?:[^{}]|\{\w+\})*)\}/g,
      (...[, name, one, many]: string[]) => (values[name ?? ''] === 1 ? one : many) ?? '',
    )
    .replace(/\{(\w+)\}/g, (all, name: string) => {
      const value = values[name];
      return value === undefined ? all : typeof value === 'number' ? value.toLocaleString('en') : value;
    });
}
