export interface ExportProgress {
  readonly phase: 'selecting' | 'writing' | 'finishing' | 'finished';
  readonly rowsWritten: number;
  /** The planner's guess; undefined before there is one. */
  readonly rowsEstimated?: number;
  readonly bytesWritten: number;
}

/** What a view has in the export. */
export interface ViewTotal {
  readonly name: string;
  readonly rows: number;
  /** Of its member, unpacked; null where views share one. */
  readonly bytes: number | null;
}

export interface ProgressKeeper {
  readonly rows: (view: string, more: number) => void;
  /** Bytes of a view's member before they are compressed: no progress, but what is known in the end. */
  readonly unpacked: (view: string, more: number) => void;
  readonly bytes: (more: number) => void;
  readonly finishing: () => void;
  readonly finished: (bytesWritten: number) => ExportProgress;
  /** Of the views that have come. */
  readonly views: () => ViewTotal[];
}

/** Adds up what is written, by however many at once, and tells it. */
export function createProgress(
  onProgress: (progress: ExportProgress) => void,
  rowsEstimated: number | undefined,
): ProgressKeeper {
  const estimate = rowsEstimated === undefined ? {} : { rowsEstimated };
  const rowsOf = new Map<string, number>();
  const bytesOf = new Map<string, number>();
  let rowsWritten = 0;
  let bytesWritten = 0;
  const report = (phase: ExportProgress['phase']): void => {
    onProgress({ phase, rowsWritten, ...estimate, bytesWritten });
  };
  return {
    rows(view, more) {
      add(rowsOf, view, more);
      rowsWritten += more;
      report('writing');
    },
    unpacked(view, more) {
      add(bytesOf, view, more);
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
    views: () =>
      [...new Set([...bytesOf.keys(), ...rowsOf.keys()])].map((name) => ({
        name,
        rows: rowsOf.get(name) ?? 0,
        bytes: bytesOf.get(name) ?? null,
      })),
  };
}

function add(totals: Map<string, number>, name: string, more: number): void {
  totals.set(name, (totals.get(name) ?? 0) + more);
}
