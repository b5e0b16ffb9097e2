import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api.ts';

/** A refusal stays one however often it is asked for; what did not arrive is asked for again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) => count < 2 && !(error instanceof ApiError && error.status < 500),
      staleTime: 5_000,
    },
  },
});
