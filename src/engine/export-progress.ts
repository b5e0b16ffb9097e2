export interface ExportProgress {
  readonly phase: 'selecting' | 'writing' | 'finishing' | 'finished';
  readonly rowsWritten: number;
  /** The planner's guess; undefined before there is one. */
  readonly rowsEstimated?: number;
  readonly bytesWritten: number;
}

export interface ProgressKeeper {
  readonly rows: (more: number) => void;
  readonly bytes: (more: number) => void;
  readonly finishing: () => void;
  readonly finished: (bytesWritten: number) => ExportProgress;
}

/** Adds up what is written, by however many at once, and tells it. */
export function createProgress(
  onProgress: (progress: ExportProgress) => void,
  rowsEstimated: number | undefined,
): ProgressKeeper {
  const estimate = rowsEstimated === undefined ? {} : { rowsEstimated };
  let rowsWritten = 0;
  let bytesWritten = 0;
  const report = (phase: ExportProgress['phase']): void => {
    onProgress({ phase, rowsWritten, ...estimate, bytesWritten });
  };
  return {
    rows(more) {
      rowsWritten += more;
      report('writing');
    },
    bytes(more) {
      bytesWritten += more;
      report('writing');
    },
    finishing() {
      report('finishing');
    },
    // Where nothing was guessed, it is known now.
    finished: (total) => ({
      phase: 'finished',
      rowsWritten,
      rowsEstimated: rowsEstimated ?? rowsWritten,
      bytesWritten: total,
    }),
  };
}
