import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { Failure } from './lib/failure.tsx';
import { NotFound } from './shell/not-found.tsx';
import { Shell } from './shell/shell.tsx';

/** Filters and tabs stand in the address: each screen reads what is its own from there. */
type Search = Record<string, string | undefined>;
const readSearch = (search: Record<string, unknown>): Search =>
  Object.fromEntries(
    Object.entries(search)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, validateSearch: readSearch });

const route = <const Path extends string>(
  path: Path,
  load: () => Promise<{ default: React.ComponentType }>,
) => createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load) });

const screens = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: () => {
      redirect({ to: '/runs', replace: true, throw: true });
    },
  }),
  route('/sign-in', () => import('./screens/sign-in/sign-in-screen.tsx')),
  route('/overview', () => import('./screens/overview/overview-screen.tsx')),
  route('/runs', () => import('./screens/runs/runs-screen.tsx')),
  route('/runs/$definition/$run', () => import('./screens/run/run-screen.tsx')),
  route('/definitions', () => import('./screens/definitions/definitions-screen.tsx')),
  route('/definitions/new', () => import('./screens/definitions/builder-screen.tsx')),
  route('/definitions/$definition', () => import('./screens/definitions/definition-screen.tsx')),
  route('/items', () => import('./screens/items/items-screen.tsx')),
  route('/items/$item', () => import('./screens/items/item-screen.tsx')),
  route('/import', () => import('./screens/import/import-screen.tsx')),
  route('/administration', () => import('./screens/administration/administration-screen.tsx')),
  route('/account/sessions', () => import('./screens/administration/own-sessions-screen.tsx')),
] as const;

export const router = createRouter({
  routeTree: root.addChildren(screens),
  defaultPreload: 'intent',
  defaultErrorComponent: ({ error, reset }) => <Failure error={error} onRetry={reset} />,
  // Plain text in the address, as the API has it: `?status=FAILED`, never `?status=%22FAILED%22`.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const given = Object.entries(search as Search).filter(([, value]) => value !== undefined && value !== '');
    const text = new URLSearchParams(given as [string, string][]).toString();
    return text === '' ? '' : `?${text}`;
  },
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
