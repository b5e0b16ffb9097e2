/** A question to the list of runs: the runs completed first and last by their numbers, and the other filters as they are sent. */
export interface RunQuestion {
  readonly from?: number;
  readonly to?: number;
  readonly latest?: string;
  readonly number?: number;
  readonly status?: string;
}

/** What is known of the runs that are asked for. */
export interface KnownRuns {
  readonly numbers: readonly number[];
  readonly statusOf: (number: number) => string;
  /** Zulu, to the second; undefined for those that did not complete. */
  readonly completedAt: (number: number) => string | undefined;
  /** The number of the run that completed last. */
  readonly latest: number;
}

/** Every combination of filters, with the runs numbered 9 and `to` for bounds. */
export function runQuestions({ latest: last }: Pick<KnownRuns, 'latest'>, to: number): RunQuestion[] {
  return [undefined, 9].flatMap((from) =>
    [undefined, to].flatMap((end) =>
      [undefined, 'true', 'false'].flatMap((latest) =>
        [undefined, 9, last].flatMap((number) =>
          [undefined, 'DOWNLOADED', 'failed'].map(
            (status) =>
              Object.fromEntries(
                Object.entries({ from, to: end, latest, number, status }).filter(
                  ([, value]) => value !== undefined,
                ),
              ) as RunQuestion,
          ),
        ),
      ),
    ),
  );
}

/** The question as a query string. */
export function queryOf({ from, to, latest, number, status }: RunQuestion, known: KnownRuns): string {
  const query = new URLSearchParams({ limit: '400' });
  if (from !== undefined) query.set('completionDateTimeFrom', known.completedAt(from)!);
  if (to !== undefined) query.set('completionDateTimeTo', known.completedAt(to)!);
  if (latest !== undefined) query.set('latestCompleted', latest);
  if (number !== undefined) query.set('number', String(number));
  if (status !== undefined) query.set('status', status);
  return query.toString();
}

/** The numbers of the runs that fit all of a question. Zulu times of one form order as text. */
export function answerOf({ from, to, latest, number, status }: RunQuestion, known: KnownRuns): number[] {
  const { completedAt, statusOf } = known;
  return known.numbers.filter((one) => {
    const at = completedAt(one);
    return (
      (from === undefined || (at !== undefined && at >= completedAt(from)!)) &&
      (to === undefined || (at !== undefined && at <= completedAt(to)!)) &&
      (latest !== 'true' || one === known.latest) &&
      (number === undefined || one === number) &&
      (status === undefined || statusOf(one) === status.toUpperCase())
    );
  });
}
