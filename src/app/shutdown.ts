/** Things to close, last in, first out: what was opened on top of something is closed before it. */
export interface ClosingStack {
  add(name: string, close: () => Promise<unknown>): void;
  /** Closes everything; a failure in one does not keep the others open. The first failure is thrown at the end. */
  close(): Promise<void>;
}

export function createClosingStack(): ClosingStack {
  const open: { name: string; close: () => Promise<unknown> }[] = [];
  let closing: Promise<void> | undefined;
  async function closeAll(): Promise<void> {
    const failures: Error[] = [];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      try {
        await next.close();
      } catch (error) {
        failures.push(new Error(`${next.name} did not close`, { cause: error }));
      }
    }
    if (failures[0] !== undefined) throw failures[0];
  }
  return {
    add: (name, close) => void open.push({ name, close }),
    close: () => (closing ??= closeAll()),
  };
}
