import {
  Button,
  Center,
  Checkbox,
  Group,
  Loader,
  Pagination,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Failure } from '../../lib/failure.tsx';
import { useSignedIn } from '../../lib/session.ts';
import { NewDefinitionLink } from '../../lib/new-definition.tsx';
import { t as shared } from '../../lib/texts-shared.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import { DefinitionCards, DefinitionTable } from './definition-list.tsx';
import { useDefinitions, useViews } from './queries.ts';
import { t } from './texts.ts';

const PAGE_SIZE = 50;
const TYPING_MS = 300;

/** As the API has it: the whole name, with `*` for any characters. */
const patternOf = (typed: string): string | undefined =>
  typed.trim() === '' ? undefined : typed.includes('*') ? typed : `*${typed}*`;
const typedOf = (pattern: string | undefined): string => (pattern ?? '').replace(/^\*([^*]*)\*$/, '$1');

/** All definitions of the workspace, with what has become of their runs. Its filters stand in the address. */
export default function DefinitionsScreen() {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const { user } = useSignedIn();
  const isNarrow = useMediaQuery('(max-width: 62em)', undefined, { getInitialValueInEffect: false });
  const mine = search['creator.guid'];
  const offset = Number(search['offset'] ?? 0) || 0;
  const { name } = search;
  const definitions = useDefinitions({
    ...(name !== undefined && { name }),
    ...(mine !== undefined && { 'creator.guid': mine }),
    offset,
    limit: PAGE_SIZE,
  });
  const views = useViews();
  const go = (changes: Record<string, string | undefined>): void => {
    void navigate({
      to: '/definitions',
      search: { ...search, offset: undefined, ...changes },
      replace: true,
    });
  };
  const type = useDebouncedCallback((typed: string) => {
    go({ name: patternOf(typed) });
  }, TYPING_MS);
  const { data } = definitions;
  const isFiltered = name !== undefined || mine !== undefined;
  const pages = Math.ceil((data?.count ?? 0) / PAGE_SIZE);
  const List = isNarrow ? DefinitionCards : DefinitionTable;
  return (
    <Stack>
      <PageTitle actions={<NewDefinitionLink />}>{t('definitions')}</PageTitle>
      <Group align="flex-end" gap="md">
        <TextInput
          key={name === undefined ? 'none' : 'some'}
          type="search"
          label={t('search')}
          placeholder={t('searchHint')}
          leftSection={<IconSearch size={16} aria-hidden />}
          defaultValue={typedOf(name)}
          flex={1}
          miw={220}
          maw={420}
          onChange={(event) => {
            type(event.currentTarget.value);
          }}
        />
        <Checkbox
          label={t('onlyMine')}
          checked={mine !== undefined}
          pb={8}
          onChange={(event) => {
            go({ 'creator.guid': event.currentTarget.checked ? user.guid : undefined });
          }}
        />
      </Group>
      {definitions.isError && (
        <Failure error={definitions.error} onRetry={() => void definitions.refetch()} />
      )}
      {definitions.isPending && (
        <Center mih={200}>
          <Loader aria-label={shared('loading')} />
        </Center>
      )}
      {data !== undefined && (
        <>
          <Text size="sm" c="dimmed" role="status">
            {t('countFound', { count: data.count })}
          </Text>
          {data.results.length > 0 && <List definitions={data.results} views={views.data ?? []} />}
          {data.count === 0 && <Nothing isFiltered={isFiltered} />}
          {pages > 1 && (
            <Pagination
              value={Math.floor(offset / PAGE_SIZE) + 1}
              total={pages}
              aria-label={t('pages')}
              getItemProps={(page) => ({ 'aria-label': t('page', { page }) })}
              getControlProps={(control) => ({
                'aria-label': control === 'previous' ? t('previous') : t('next'),
              })}
              onChange={(page) => {
                go({ offset: page === 1 ? undefined : String((page - 1) * PAGE_SIZE) });
              }}
            />
          )}
        </>
      )}
    </Stack>
  );
}

function Nothing({ isFiltered }: { readonly isFiltered: boolean }) {
  return (
    <Stack align="center" gap="xs" py="xl">
      <Title order={2} size="h4">
        {isFiltered ? t('noneFound') : t('noneYet')}
      </Title>
      <Text c="dimmed">{isFiltered ? t('noneFoundHint') : t('noneYetHint')}</Text>
      {isFiltered ? (
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/definitions" search={{}} />}>
          {t('showAll')}
        </Button>
      ) : (
        <NewDefinitionLink />
      )}
    </Stack>
  );
}
