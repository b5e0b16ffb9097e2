import { ERROR_CATALOGUE } from '../../src/kernel/errors.ts';
import { pageOf, row, type Page } from './page.ts';

/** The error catalogue. */
export function errorsPage(): Page {
  const rows = Object.entries(ERROR_CATALOGUE).map(([name, { code, status, message }]) =>
    row(String(status), String(code), message, `\`${name}\``),
  );
  return pageOf([
    '# Errors',
    '',
    'Every answer that is not a success is `{"status": <HTTP status>, "errors": [{"code": <int>, "message": "<text>"}]}` and lists every violation found.',
    '`{0}`, `{1}` stand for what the message is about.',
    '',
    '| HTTP | code | message | name in the code |',
    '| --- | --- | --- | --- |',
    ...rows,
  ]);
}
