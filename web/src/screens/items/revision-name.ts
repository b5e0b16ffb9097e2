import type { Revision, Status } from './queries.ts';
import { t } from './texts.ts';

/** `B (effective)`. */
export function nameOfRevision({
  revisionNumber,
  revisionStatus,
}: Pick<Revision, 'revisionNumber' | 'revisionStatus'>): string {
  const status = t(revisionStatus as Status);
  return revisionNumber === null
    ? t('revisionUnnumbered', { status })
    : t('revisionName', { number: revisionNumber, status });
}
