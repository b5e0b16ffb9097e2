import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { paths } from '../../../../client/src/index.ts';
import { api, dataOf, type AnswerOf, type RowOf } from '../../lib/api.ts';

export type User = RowOf<'/v1/users'>;
export type MachineClient = RowOf<'/v1/clients'>;
export type OpenSession = RowOf<'/v1/sessions'>;
export type AuditEntry = RowOf<'/v1/audit'>;
export type Installation = AnswerOf<'/v1/administration', 'get'>;
export type Addresses = AnswerOf<'/v1/addresses', 'get'>;

type QueryOf<Path extends keyof paths> = NonNullable<
  NonNullable<paths[Path] extends { get: { parameters: { query?: infer Query } } } ? Query : never>
>;
export type AuditQuery = QueryOf<'/v1/audit'>;

export const PAGE_SIZE = 50;
const REFRESH_EVERY_MS = 15_000;
/** Below it, so that whatever changes something refreshes all that may show it. */
const KEY = 'administration';

export function useUsers(query: QueryOf<'/v1/users'>) {
  return useQuery({
    queryKey: [KEY, 'users', query],
    queryFn: () => dataOf(api.GET('/v1/users', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function useClients(query: QueryOf<'/v1/clients'>) {
  return useQuery({
    queryKey: [KEY, 'clients', query],
    queryFn: () => dataOf(api.GET('/v1/clients', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function useSessions(query: QueryOf<'/v1/sessions'>) {
  return useQuery({
    queryKey: [KEY, 'sessions', query],
    queryFn: () => dataOf(api.GET('/v1/sessions', { params: { query } })),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_EVERY_MS,
  });
}

export function useAddresses() {
  return useQuery({ queryKey: [KEY, 'addresses'], queryFn: () => dataOf(api.GET('/v1/addresses')) });
}

export function useAudit(query: AuditQuery) {
  return useQuery({
    queryKey: [KEY, 'audit', query],
    queryFn: () => dataOf(api.GET('/v1/audit', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function useInstallation() {
  return useQuery({
    queryKey: [KEY, 'installation'],
    queryFn: () => dataOf(api.GET('/v1/administration')),
    refetchInterval: REFRESH_EVERY_MS,
  });
}

/** A change; afterwards everything here is asked for anew, as each change is in the trail too. */
export function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: [KEY] });
    },
  });
}
