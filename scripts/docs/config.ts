import { SETTINGS } from '../../src/app/config.ts';
import { pageOf, row, type Page } from './page.ts';

/** Every setting. */
export function configPage(): Page {
  const rows = Object.values(SETTINGS).map((setting) => {
    const secret = 'secret' in setting;
    const env = secret ? `\`${setting.env}\`, \`${setting.env}_FILE\`` : `\`${setting.env}\``;
    // The number of cores is this machine's, not the reader's.
    const fallback =
      setting === SETTINGS.workers
        ? 'cores − 1, at least 1'
        : 'default' in setting
          ? `\`${setting.default}\``
          : '';
    return row(env, 'flag' in setting ? `\`${setting.flag}\`` : '', fallback, setting.description);
  });
  return pageOf([
    '# Settings',
    '',
    'A flag wins over the environment, the environment over the default. `…_FILE` names a file that holds the value.',
    '',
    '| environment | flag of `serve` | default | what it does |',
    '| --- | --- | --- | --- |',
    ...rows,
  ]);
}
