import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** What stands behind the `?` of an address. */
export type Search = Readonly<Record<string, string | undefined>>;
type Change = (patch: Search, options?: { readonly replace?: boolean }) => void;

/** What is shown stands in the address: reads it, and changes a part of it. */
export function useAddress(): readonly [Search, Change] {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback<Change>(
    (patch, { replace = false } = {}) => {
      const merge = (before: Search): Search =>
        Object.fromEntries(
          Object.entries({ ...before, ...patch }).filter(([, value]) => value !== undefined && value !== ''),
        );
      void navigate({ to: '.', search: merge, replace });
    },
    [navigate],
  );
  return [search, change];
}

/** Where a page of a list begins. */
export function offsetOf({ offset }: Search): number {
  const value = Number(offset ?? 0);
  return Number.isSafeInteger(value) && value > 0 ? value : 0;
}
