import { Command } from 'commander';
import type { CheckResult, Examination } from '../app/doctor/examine.ts';
import { OperatorError } from '../kernel/errors.ts';
import { addSettings, DATA_SETTINGS, withData } from './options.ts';
import type { Output } from './output.ts';
import { formatBytes } from './terminal/text.ts';

interface DoctorOptions {
  readonly repair?: boolean;
  readonly verify?: boolean;
}

export function doctorCommand(): Command {
  const command = new Command('doctor')
    .description(
      'Hold the schema, the rows, the files and the queue against each other; the server may run meanwhile. Ends with 1 when something is wrong.',
    )
    .option('--repair', 'mend what can be mended')
    .option('--verify', 'read every stored file and compare its checksum');
  return addSettings(command, DATA_SETTINGS).action(({ repair = false, verify = false }: DoctorOptions) =>
    withData(
      command,
      async ({ data, output, log, signal }) => {
        const progress = output.progress('looking');
        let title = '';
        let files = 0;
        let bytes = 0;
        const show = (): void => {
          progress.update(
            `${title} ${files === 0 ? '' : `${files} files${verify ? `, ${formatBytes(bytes)}` : ''}`}`,
          );
        };
        try {
          const { examineInstallation } = await import('../app/doctor/examine.ts');
          const examination = await examineInstallation({
            data,
            log,
            repair,
            verify,
            signal,
            onCheck(next) {
              title = next;
              show();
            },
            onFile(sizeBytes) {
              files += 1;
              bytes += sizeBytes;
              show();
            },
          });
          progress.stop();
          report(examination, output);
          if (!examination.ok) throw new OperatorError(adviceFor(examination, repair));
        } finally {
          progress.stop();
        }
      },
      { migrates: false },
    ),
  );
}

function report(examination: Examination, output: Output): void {
  output.json(examination);
  output.line(`Database: ${examination.database}.`);
  for (const check of examination.checks) {
    output.line(`${markOf(check).padEnd(9)} ${check.title}`);
    for (const { what, mended, failure } of check.findings) {
      const outcome = mended ?? (failure === undefined ? undefined : `not mended: ${failure}`);
      output.line(`    ${what}${outcome === undefined ? '' : ` – ${outcome}`}`);
    }
    const rest = check.found - check.findings.length;
    if (rest > 0) output.line(`    and ${rest} more`);
  }
}

function markOf({ checked, found, mended }: CheckResult): string {
  if (!checked) return 'unchecked';
  if (found === 0) return 'ok';
  return found === mended ? 'mended' : 'wrong';
}

function adviceFor({ checks }: Examination, repair: boolean): string {
  const left = checks.reduce((sum, { found, mended }) => sum + found - mended, 0);
  const what = left === 1 ? '1 thing is' : `${left} things are`;
  return repair
    ? `${what} wrong and could not be mended.`
    : `${what} wrong. waybill doctor --repair mends what can be mended.`;
}
