/** See page.mjs. */
export function preparePage(node: string): Promise<void>;
