import { messageOf } from '../../kernel/errors.ts';
import { isDatabaseUnavailable } from '../../platform/db/availability.ts';
import { CHECKS, MIGRATIONS, type Check, type CheckContext, type Finding } from './checks.ts';

/** So many findings of a check are told one by one; the rest is counted. */
const MAX_TOLD = 20;

export interface ToldFinding {
  readonly what: string;
  /** What was done about it. */
  readonly mended?: string;
  /** Why nothing could be done about it. */
  readonly failure?: string;
}

export interface CheckResult {
  readonly name: string;
  readonly title: string;
  /** False when the schema is not this version's, so that nothing can be said. */
  readonly checked: boolean;
  readonly found: number;
  readonly mended: number;
  /** The first ones. */
  readonly findings: readonly ToldFinding[];
}

export interface Examination {
  /** Nothing was found, or all of it is mended. */
  readonly ok: boolean;
  readonly database: 'embedded' | 'external';
  readonly checks: readonly CheckResult[];
}

export interface ExaminationRequest extends CheckContext {
  /** Mends what can be mended; otherwise nothing is changed. */
  readonly repair: boolean;
  readonly onCheck: (title: string) => void;
}

/** Looks at a whole installation: the schema, the files against their rows, and the queue against the runs. A server may be at work meanwhile. */
export async function examineInstallation(request: ExaminationRequest): Promise<Examination> {
  const checks = [await perform(request, MIGRATIONS)];
  const isUpToDate = checks.every(isWell);
  for (const check of CHECKS)
    checks.push(isUpToDate ? await perform(request, check) : { ...named(check), checked: false, ...NOTHING });
  return {
    ok: checks.every(isWell),
    database: request.data.embedded === undefined ? 'external' : 'embedded',
    checks,
  };
}

const NOTHING = { found: 0, mended: 0, findings: [] };
const named = ({ name, title }: Check) => ({ name, title });
const isWell = ({ found, mended }: CheckResult): boolean => found === mended;

async function perform(request: ExaminationRequest, check: Check): Promise<CheckResult> {
  request.signal.throwIfAborted();
  request.onCheck(check.title);
  let found = 0;
  let mended = 0;
  const findings: ToldFinding[] = [];
  const report = async (finding: Finding): Promise<void> => {
    const told = request.repair ? await mend(finding) : { what: finding.what };
    found += 1;
    if (told.mended !== undefined) mended += 1;
    if (findings.length < MAX_TOLD) findings.push(told);
  };
  try {
    await check.look(request, report);
  } catch (error) {
    request.signal.throwIfAborted();
    if (isDatabaseUnavailable(error)) throw error;
    // Such as a folder that cannot be read: the other checks may tell why.
    await report({ what: `This could not be looked at to its end: ${messageOf(error)}` });
  }
  return { ...named(check), checked: true, found, mended, findings };
}

async function mend({ what, mend: repair }: Finding): Promise<ToldFinding> {
  if (repair === undefined) return { what };
  try {
    return { what, mended: await repair() };
  } catch (error) {
    return { what, failure: messageOf(error) };
  }
}
