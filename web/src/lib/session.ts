import { createContext, useCallback, useContext } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ApiError, dataOf, type AnswerOf } from './api.ts';

export type Session = AnswerOf<'/v1/session', 'get'>;

const SESSION_KEY = ['session'] as const;

/** Whose session it is; null: nobody is signed in. */
export function useSession() {
  return useQuery({
    queryKey: SESSION_KEY,
    queryFn: async (): Promise<Session | null> => {
      try {
        return await dataOf(api.GET('/v1/session'));
      } catch (error) {
        if (error instanceof ApiError && error.status === 401) return null;
        throw error;
      }
    },
    staleTime: 60_000,
  });
}

/** The session that a screen was shown for: it stays until the shell has taken the screen away. */
export const SignedIn = createContext<Session | null>(null);

/** The session, below the sign-in: there is one. */
export function useSignedIn(): Session {
  const session = useContext(SignedIn);
  if (session === null) throw new Error('This is shown only to who is signed in.');
  return session;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly workspaceId?: number;
}

/** Everything that was asked for before belongs to another session: it is forgotten. */
export function useSessionActions() {
  const queries = useQueryClient();
  const begin = useCallback(
    (session: Session | null): void => {
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
      queries.setQueryData(SESSION_KEY, session);
    },
    [queries],
  );
  /** For a session that has ended elsewhere. */
  const forget = useCallback(() => {
    begin(null);
  }, [begin]);
  return {
    forget,
    signIn: useMutation({
      mutationFn: (body: Credentials) => dataOf(api.POST('/v1/session', { body })),
      onSuccess: begin,
    }),
    switchWorkspace: useMutation({
      mutationFn: (workspaceId: number) => dataOf(api.PUT('/v1/session', { body: { workspaceId } })),
      onSuccess: begin,
    }),
    signOut: useMutation({
      mutationFn: async (everywhere: boolean) => {
        await api.PUT('/v1/logout', { params: { query: everywhere ? { everywhere } : {} } });
      },
      onSettled: () => {
        begin(null);
      },
    }),
  };
}
