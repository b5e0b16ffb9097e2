/** A question is as good as another with the same key. */
export interface Batches<Question, Answer> {
  readonly ask: (question: Question) => Promise<Answer>;
}

export interface BatchSettings<Question, Answer> {
  readonly keyOf: (question: Question) => string;
  /** Answers in the order of the questions, each of which has a key of its own. */
  readonly answer: (questions: readonly Question[]) => Promise<readonly Answer[]>;
  /** Questions answered together, at most. */
  readonly size: number;
  /** Batches being answered, beside slow ones: what is asked meanwhile is the next batch, so that there are few of them when there is much to do. */
  readonly atOnce: number;
}

/** A batch that takes longer holds up nobody: it may be one question that takes so long, and others wait behind it. */
const SLOW_MS = 20;

interface Asked<Question, Answer> {
  readonly question: Question;
  readonly answer: Promise<Answer>;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Answers together what is asked together: of 64 requests that have come in at once, one query does the work. A question is only ever
 * answered by work that began after it was asked, so nothing is answered from the past.
 */
export function createBatches<Question, Answer>(
  settings: BatchSettings<Question, Answer>,
): Batches<Question, Answer> {
  const waiting = new Map<string, Asked<Question, Answer>>();
  let underWay = 0;
  let isTurnDue = false;

  function beginAll(): void {
    while (waiting.size > 0 && underWay < settings.atOnce) begin([...waiting].slice(0, settings.size));
  }

  function begin(batch: readonly (readonly [string, Asked<Question, Answer>])[]): void {
    for (const [key] of batch) waiting.delete(key);
    const asked = batch.map(([, one]) => one);
    underWay += 1;
    let isCounted = true;
    const goOn = (): void => {
      clearTimeout(slow);
      if (!isCounted) return;
      isCounted = false;
      underWay -= 1;
      beginAll();
    };
    const slow = setTimeout(goOn, SLOW_MS);
    settings.answer(asked.map(({ question }) => question)).then(
      (answers) => {
        // First, so that the next batch is worked on while these answers are sent.
        goOn();
        for (const [at, { resolve, reject }] of asked.entries()) {
          const answer = answers[at];
          if (at < answers.length) resolve(answer as Answer);
          else reject(new Error(`${asked.length} questions, ${answers.length} answers`));
        }
      },
      (error: unknown) => {
        goOn();
        for (const { reject } of asked) reject(error);
      },
    );
  }

  return {
    ask(question) {
      const key = settings.keyOf(question);
      const same = waiting.get(key);
      if (same !== undefined) return same.answer;
      const { promise, resolve, reject } = Promise.withResolvers<Answer>();
      waiting.set(key, { question, answer: promise, resolve, reject });
      if (!isTurnDue) {
        isTurnDue = true;
        setImmediate(() => {
          isTurnDue = false;
          beginAll();
        });
      }
      return promise;
    },
  };
}
