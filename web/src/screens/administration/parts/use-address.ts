import { useNavigate, useSearch } from '@tanstack/react-router';

/** What stands in the address beside the tab: filters and the place in the list, as the API names them. */
export function useAddress() {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const offset = Math.max(0, Number(search['offset'] ?? 0) || 0);
  const without = (values: Readonly<Record<string, string | undefined>>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) =>
        name === 'offset' || value === undefined || value === '' ? [] : [[name, value]],
      ),
    );
  /** A filter changes: the list begins anew. */
  const filter = (changes: Readonly<Record<string, string | undefined>>): void => {
    void navigate({ to: '/administration', search: without({ ...search, ...changes }), replace: true });
  };
  const goTo = (place: number): void => {
    const rest = without(search);
    void navigate({
      to: '/administration',
      search: place === 0 ? rest : { ...rest, offset: String(place) },
    });
  };
  return { search, offset, filter, goTo };
}
